import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type postgres from 'postgres';
import { openSql } from '../support/open-sql';
import type { Server } from '../support/server-process';
import { expect, test } from './panel-test';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const COMPANY = { id: 'acceptance', name: 'Ромашка', plan: 'business', region: 'RU' };

async function withSql(server: Server, work: (tx: postgres.TransactionSql) => Promise<unknown>) {
  const sql = await openSql(server);
  await sql.begin(async (tx) => {
    await tx`select set_config('beseda.actor', 'system', true)`;
    await work(tx);
  });
  await sql.end();
}

async function checkBothThemes(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual(
      [],
    );
  }
}

test('a task that is said to be done is accepted, by when is said in advance', async ({ person, agent }) => {
  const { ask, panel, page } = await (await person({ company: COMPANY })).tab();
  const number = await ask('Загрузите прайс');
  await agent.change(number, { type: 'task', status: 'solved' });
  const summary = panel.locator('.summary');
  await expect(summary).toContainText(/Если не ответите .*до \d\d:\d\d.*, мы сочтём её принятой/);
  await expect(summary).toContainText('срок пока не идёт');
  await expect(panel.getByRole('log')).toContainText('Задача сделана, ждём вашего решения');
  await checkBothThemes(page);
  await summary.getByRole('button', { name: 'Принять' }).press('Enter');
  await expect(panel.getByRole('log')).toContainText('Задача принята');
  await expect(summary.getByRole('button', { name: 'Принять' })).toHaveCount(0);
  expect(await agent.ticket(number)).toMatchObject({ status: 'solved', acceptBy: null });
});

test('a task goes back with a comment, by keyboard, and it is said what that does', async ({
  person,
  agent,
}) => {
  const { ask, panel, page, field } = await (await person({ company: COMPANY })).tab();
  const number = await ask('Загрузите прайс');
  await agent.change(number, { type: 'task', status: 'solved' });
  const summary = panel.locator('.summary');
  const giveBack = summary.getByRole('button', { name: 'Вернуть с комментарием' });
  await giveBack.focus();
  await page.keyboard.press('Enter');
  await expect(field).toBeFocused();
  await expect(summary).toContainText('с вашим сообщением задача вернётся в работу');
  await page.keyboard.type('Не хватает колонки с ценой');
  await page.keyboard.press('Enter');
  await expect(panel.getByRole('log')).toContainText('Задача возвращена в работу');
  await expect(giveBack).toHaveCount(0);
  expect(await agent.ticket(number)).toMatchObject({ status: 'open', acceptBy: null });
});

test('without an answer the task counts as accepted when its time is up', async ({
  person,
  agent,
  server,
}) => {
  const { ask, panel } = await (await person({ company: COMPANY })).tab();
  const number = await ask('Загрузите прайс');
  await agent.change(number, { type: 'task', status: 'solved' });
  await expect(panel.locator('.summary')).toContainText('примите её или верните');
  await withSql(server, (tx) => tx`update tickets set accept_by = now() where number = ${number}`);
  await expect(panel.getByRole('log')).toContainText('Задача принята: ответа не было');
  expect(await agent.ticket(number)).toMatchObject({ status: 'solved', acceptBy: null });
});

test('what is written long after a solution goes on in a new conversation, and so does the reader', async ({
  person,
  agent,
  server,
}) => {
  const { ask, panel, field, messages } = await (await person({ company: COMPANY })).tab();
  const old = await ask('Не открывается отчёт');
  await agent.change(old, { status: 'solved' });
  await expect(panel.getByRole('log')).toContainText('Обращение решено');
  await withSql(
    server,
    (tx) => tx`
      update events e set created_at = e.created_at - interval '15 days' from tickets t
      where t.conversation_id = e.conversation_id and t.number = ${old}`,
  );
  await field.fill('Снова не открывается');
  await field.press('Enter');
  await expect(messages).toHaveText([/Снова не открывается/]);
  await expect(panel.locator('.summary')).toContainText(`Продолжение №${old}`);
  await expect(panel.locator('.summary')).toContainText('решено давно');
  await expect(panel.locator('[aria-live=polite]')).toContainText('Переписка продолжается в обращении №');
  await expect(field).toBeFocused();
  const title = await panel.getByRole('heading', { level: 1, name: /№ \d+/ }).textContent();
  const number = Number(/№ (\d+)/.exec(title ?? '')?.[1]);
  expect(number).toBeGreaterThan(old);
  await expect.poll(() => agent.read(number)).toEqual(['Снова не открывается']);
  await field.fill('Вот что пишет');
  await field.press('Enter');
  await expect.poll(() => agent.read(number)).toEqual(['Снова не открывается', 'Вот что пишет']);

  await panel.getByRole('button', { name: `Продолжение №${old}` }).click();
  await expect(messages).toHaveText([/Не открывается отчёт/]);
  await expect(panel.getByRole('log')).toContainText(`Продолжено в №${number}`);
  await field.fill('Спасибо!');
  await field.press('Enter');
  await expect(messages).toHaveText([/Не открывается отчёт/, /Спасибо!/]);
});

test('what waited for the line arrives where its conversation was merged into, and the reader goes along', async ({
  person,
  agent,
  server,
  apiToken,
}) => {
  const me = await person({ company: COMPANY });
  const { ask, panel, field, messages } = await me.tab();
  const into = await ask('Не открывается отчёт');
  await panel.getByRole('button', { name: 'Новое обращение' }).click();
  const twin = await ask('Снова не открывается отчёт');
  await me.context.setOffline(true);
  await field.fill('Пишет «Недостаточно прав»');
  await field.press('Enter');
  await expect(messages).toHaveCount(2);
  await field.fill('А ещё');
  const merged = await fetch(`${server.url}/api/v1/tickets/${twin}/merge`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${apiToken}`, 'content-type': 'application/json' },
    body: JSON.stringify({ into }),
  });
  expect(merged.status).toBe(200);
  await me.context.setOffline(false);
  const all = ['Не открывается отчёт', 'Снова не открывается отчёт', 'Пишет «Недостаточно прав»'];
  await expect.poll(() => agent.read(into)).toEqual(all);
  await expect(messages).toHaveText(all.map((text) => new RegExp(text)));
  await expect(panel.getByRole('heading', { level: 1 })).toHaveText(`Обращение № ${into}`);
  await expect(field).toHaveValue('А ещё');

  await panel.getByRole('button', { name: `Сюда скопировано из №${twin}` }).click();
  await expect(panel.getByText('Обращение закрыто.', { exact: true })).toBeVisible();
  await panel.getByRole('button', { name: `Объединено с №${into}` }).click();
  await expect(messages).toHaveCount(3);
});
