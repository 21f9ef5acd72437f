import type { BrowserContext } from '@playwright/test';
import { expect, test } from './panel-test';

/** Stands between the panel and the server: can cut the line, or swallow what the server answers. */
async function openLine(context: BrowserContext) {
  const line = { cut: false, swallow: false, drop: () => {} };
  await context.routeWebSocket(/\/socket\.io\//, (socket) => {
    if (line.cut) return void socket.close();
    const server = socket.connectToServer();
    line.drop = () => void socket.close();
    server.onMessage((message) => {
      if (!line.swallow) socket.send(message);
    });
  });
  await context.route('**/socket.io/**', (route) => (line.cut ? route.abort() : route.continue()));
  return line;
}

// Kills, restarts and growing pauses between attempts take their time.
test.describe.configure({ timeout: 90_000 });

test('what is written while the server is down is kept, said so, and sent once when it is back', async ({
  person,
  server,
  agent,
}) => {
  const { ask, field, panel, messages } = await (await person()).tab();
  const number = await ask('До падения');
  await server.kill9();
  await expect(panel.getByText('Сервер не отвечает')).toBeVisible();
  for (const text of ['Первое', 'Второе', 'Третье']) {
    await field.fill(text);
    await field.press('Enter');
    await expect(messages.filter({ hasText: text }).getByText('Ждёт отправки')).toBeVisible();
  }
  await server.start();
  const all = ['До падения', 'Первое', 'Второе', 'Третье'];
  await expect(panel.getByText('Ждёт отправки')).toHaveCount(0, { timeout: 40_000 });
  await expect(messages).toHaveText(all.map((text) => new RegExp(text)));
  await expect(panel.getByText('Сервер не отвечает')).toHaveCount(0);
  await expect.poll(() => agent.read(number)).toEqual(all);
});

test('a server killed in mid-send loses and doubles nothing', async ({ person, server, agent }) => {
  const { ask, field, panel, messages } = await (await person()).tab();
  const number = await ask('Начало');
  const all = ['Начало'];
  for (let round = 0; round < 2; round++) {
    const texts = Array.from({ length: 5 }, (_, i) => `Круг ${round}, сообщение ${i}`);
    let killed: Promise<void> | undefined;
    for (const text of texts) {
      await field.fill(text);
      await field.press('Enter');
      killed ??= server.kill9();
    }
    all.push(...texts);
    await killed;
    await server.start();
    await expect(panel.getByText('Ждёт отправки')).toHaveCount(0, { timeout: 40_000 });
  }
  await expect(messages).toHaveText(all.map((text) => new RegExp(text)));
  await expect.poll(() => agent.read(number)).toEqual(all);
});

test('a tab reloaded in mid-send sends after the reload, once', async ({ person, agent }) => {
  const me = await person();
  const line = await openLine(me.context);
  const tab = await me.tab();
  const number = await tab.ask('До перезагрузки');
  line.swallow = true;
  await tab.field.fill('В пути');
  await tab.field.press('Enter');
  await expect.poll(() => agent.read(number)).toEqual(['До перезагрузки', 'В пути']);
  await expect(tab.messages.last().getByText('Отправляем…')).toBeVisible();
  line.swallow = false;
  await tab.page.reload();
  await tab.page.evaluate(() => window.Beseda('init', { getToken: window.tokenOf('me') }));
  await tab.open();
  await tab.panel.getByRole('button', { name: 'Мои обращения' }).click();
  await tab.panel.locator('.row').first().click();
  await expect(tab.messages).toHaveText([/До перезагрузки/, /В пути/]);
  await expect(tab.panel.getByText(/Отправляем|Ждёт отправки/)).toHaveCount(0);
  await expect.poll(() => agent.read(number)).toEqual(['До перезагрузки', 'В пути']);
});

test('a first message that was never sent is sent after a reload', async ({ person, agent }) => {
  const me = await person();
  const line = await openLine(me.context);
  line.cut = true;
  const tab = await me.tab();
  await tab.field.fill('Самое первое');
  await tab.field.press('Enter');
  await expect(tab.messages.getByText('Ждёт отправки')).toBeVisible();
  line.cut = false;
  await tab.page.reload();
  await tab.page.evaluate(() => window.Beseda('init', { getToken: window.tokenOf('me') }));
  await tab.open();
  await tab.panel.getByRole('button', { name: 'Мои обращения' }).click();
  await tab.panel.locator('.row').first().click();
  await expect(tab.messages).toHaveText([/Самое первое/]);
  const title = await tab.panel.getByRole('heading', { level: 1, name: /№ \d+/ }).textContent();
  await expect.poll(() => agent.read(Number(/\d+/.exec(title ?? '')?.[0]))).toEqual(['Самое первое']);
});

test('what is typed or sent in the moment of a reload is there after it, once', async ({ person, agent }) => {
  const me = await person();
  const tab = await me.tab();
  const number = await tab.ask('Начало');
  const again = async (input: 'typed' | 'sent', text: string) => {
    await tab.field.fill(text);
    const field = await tab.field.elementHandle();
    // In one task: nothing on the way to the disk has a chance.
    await field?.evaluate((element, way) => {
      if (way === 'sent') (element as HTMLTextAreaElement).form?.requestSubmit();
      window.parent.location.reload();
    }, input);
    await tab.page.waitForLoadState('load');
    await tab.page.evaluate(() => window.Beseda('init', { getToken: window.tokenOf('me') }));
    await tab.open();
    await tab.panel.getByRole('button', { name: 'Мои обращения' }).click();
    await tab.panel.locator('.row').first().click();
  };
  await again('sent', 'В миг перезагрузки');
  await expect.poll(() => agent.read(number)).toEqual(['Начало', 'В миг перезагрузки']);
  await again('typed', 'Недописано');
  await expect(tab.field).toHaveValue('Недописано');
  await expect.poll(() => agent.read(number)).toEqual(['Начало', 'В миг перезагрузки']);
});

test('a line that takes but does not answer is noticed, and the message stands once', async ({
  person,
  agent,
}) => {
  const me = await person();
  const line = await openLine(me.context);
  const { ask, field, messages } = await me.tab();
  const number = await ask('Живая линия');
  line.swallow = true;
  await field.fill('В полумёртвую линию');
  await field.press('Enter');
  await expect.poll(() => agent.read(number)).toHaveLength(2);
  line.swallow = false;
  await expect(messages.last().getByRole('img', { name: 'Отправлено' })).toBeVisible({ timeout: 20_000 });
  await expect(messages).toHaveText([/Живая линия/, /В полумёртвую линию/]);
  await expect.poll(() => agent.read(number)).toHaveLength(2);
});

test('answers written while the line was cut are there after it, without a gap', async ({
  person,
  agent,
}) => {
  const me = await person();
  const line = await openLine(me.context);
  const { ask, messages, panel } = await me.tab();
  const number = await ask('Вопрос');
  await agent.answer(number, 'Ответ 1');
  await expect(messages).toHaveCount(2);
  line.cut = true;
  line.drop();
  await expect(panel.getByText('Сервер не отвечает')).toBeVisible();
  for (const i of [2, 3, 4]) await agent.answer(number, `Ответ ${i}`);
  line.cut = false;
  await expect(messages).toHaveText([/Вопрос/, /Ответ 1/, /Ответ 2/, /Ответ 3/, /Ответ 4/], {
    timeout: 30_000,
  });
});

test('with the server away for an hour the host page sees no error, and all goes on after it', async ({
  person,
  server,
}) => {
  const me = await person();
  const errors: string[] = [];
  me.context.on('weberror', (error) => errors.push(error.error().message));
  const { ask, field, messages, page, panel } = await me.tab();
  await ask('Перед уходом');
  await page.clock.install();
  await server.kill9();
  await expect(panel.getByText('Сервер не отвечает')).toBeVisible();
  await field.fill('Через час');
  await field.press('Enter');
  await page.clock.runFor(3_600_000);
  await server.start();
  await page.clock.runFor(60_000);
  await expect(messages).toHaveText([/Перед уходом/, /Через час/], { timeout: 40_000 });
  await expect(panel.getByText('Ждёт отправки')).toHaveCount(0, { timeout: 40_000 });
  expect(errors).toEqual([]);
});
