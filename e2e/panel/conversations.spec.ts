import { expect, test } from './panel-test';

test('an answer is there at once, with who wrote it, and both sides see one order', async ({
  person,
  agent,
}) => {
  const { ask, messages, panel, field } = await (await person()).tab();
  const number = await ask('Где выплата за октябрь?');
  await agent.answer(number, 'Проверяем, ответим сегодня.');
  await expect(messages).toHaveText([/Где выплата за октябрь/, /Проверяем, ответим сегодня/]);
  await field.fill('Спасибо, жду');
  await field.press('Enter');
  await expect.poll(() => agent.read(number)).toHaveLength(3);
  await agent.answer(number, 'Выплата ушла в 12:40.');
  const shown = [
    'Где выплата за октябрь?',
    'Проверяем, ответим сегодня.',
    'Спасибо, жду',
    'Выплата ушла в 12:40.',
  ];
  await expect(messages).toHaveText(shown.map((text) => new RegExp(text.replaceAll('?', '\\?'))));
  await expect.poll(() => agent.read(number)).toEqual(shown);
  await expect(panel.getByRole('log').getByRole('heading', { level: 3 }).nth(1)).not.toHaveText('Вы');
});

test('what is read is marked read, and the status is said in words', async ({ person, agent }) => {
  const { ask, messages, panel } = await (await person()).tab();
  const number = await ask('Один вопрос');
  await expect(messages.first().getByRole('img', { name: 'Отправлено' })).toBeVisible();
  await agent.answer(number, 'Один ответ');
  await expect(messages.first().getByRole('img', { name: 'Прочитано' })).toBeVisible();
  await agent.change(number, { status: 'solved' });
  await expect(panel.getByText('Обращение решено')).toBeVisible();
  await expect(panel.getByText('Решено', { exact: true })).toBeVisible();
});

test('several conversations stand in a list with status and unread answers', async ({ person, agent }) => {
  const { ask, panel, messages } = await (await person()).tab();
  const first = await ask('Первая тема');
  await panel.getByRole('button', { name: 'Новое обращение' }).click();
  const second = await ask('Вторая тема');
  await panel.getByRole('button', { name: 'Назад' }).click();
  await agent.answer(first, 'Ответ на первую');
  await agent.change(second, { status: 'pending' });
  await panel.getByRole('button', { name: /Мои обращения.*1 новый ответ/ }).click();
  const rows = panel.locator('.row');
  await expect(rows).toHaveText([
    new RegExp(`Вторая тема.*№ ${second}.*Ждём вас`),
    new RegExp(`Первая тема.*Ответ на первую.*1.*№ ${first}`),
  ]);
  await rows.nth(1).click();
  await expect(messages).toHaveText([/Первая тема/, /Ответ на первую/]);
  await panel.getByRole('button', { name: 'Назад' }).click();
  await expect(rows.filter({ hasText: 'Первая тема' }).locator('i')).toHaveCount(0);
});

test('two tabs agree on what was sent and what is read', async ({ person, agent }) => {
  const me = await person();
  const one = await me.tab();
  const number = await one.ask('Из первой вкладки');
  const two = await me.tab();
  await two.panel.getByRole('button', { name: 'Мои обращения' }).click();
  await two.panel.locator('.row').first().click();
  await two.field.fill('Из второй вкладки');
  await two.field.press('Enter');
  for (const { messages } of [one, two])
    await expect(messages).toHaveText([/Из первой вкладки/, /Из второй вкладки/]);
  await expect.poll(() => agent.read(number)).toEqual(['Из первой вкладки', 'Из второй вкладки']);
  for (const { panel } of [one, two]) await panel.getByRole('button', { name: 'Назад' }).click();
  await two.panel.getByRole('button', { name: 'Назад' }).click();
  await agent.answer(number, 'Ответ');
  for (const { panel } of [one, two])
    await expect(panel.getByRole('button', { name: /1 новый ответ/ })).toBeVisible();
  await one.panel.getByRole('button', { name: /1 новый ответ/ }).click();
  await one.panel.locator('.row').first().click();
  await expect(two.panel.getByRole('button', { name: 'Мои обращения', exact: true })).toBeVisible();
});

test('one sound for one answer, however many tabs are open', async ({ person, agent }) => {
  const me = await person();
  let sounds = 0;
  me.context.on('console', (message) => {
    if (message.text() === 'a sound') sounds += 1;
  });
  await me.context.addInitScript(() => {
    class CountedAudio extends AudioContext {
      constructor() {
        super();
        console.info('a sound');
      }
    }
    window.AudioContext = CountedAudio;
  });
  const one = await me.tab();
  const number = await one.ask('Тихо ли?');
  const two = await me.tab();
  await expect(two.panel.getByRole('button', { name: 'Мои обращения' })).toBeVisible();
  for (const { page, launcher } of [one, two]) {
    await page.keyboard.press('Escape');
    await expect(launcher).toBeFocused();
  }
  const heard = () =>
    Promise.all(
      [one, two].map(({ page }) =>
        page.evaluate(() =>
          window.Beseda('on', 'messageReceived', () => {
            document.title = 'получено';
          }),
        ),
      ),
    );
  await heard();
  await agent.answer(number, 'Громко');
  for (const { page } of [one, two]) await expect(page).toHaveTitle('получено');
  await expect.poll(() => sounds).toBe(1);
  await agent.answer(number, 'Ещё раз');
  await expect.poll(() => sounds).toBe(2);
});

test('no tab of another person learns of it', async ({ person, agent }) => {
  const one = await (await person()).tab();
  const two = await (await person()).tab();
  const number = await one.ask('Личный вопрос');
  await agent.answer(number, 'Личный ответ');
  await expect(one.messages).toHaveCount(2);
  await two.panel.getByRole('button', { name: 'Мои обращения' }).click();
  await expect(two.panel.getByText('Обращений пока нет.')).toBeVisible();
});

test('a conversation that an admin has deleted leaves the screen and the list', async ({
  person,
  server,
}) => {
  const { ask, panel } = await (await person()).tab();
  const first = await ask('Первая тема');
  await panel.getByRole('button', { name: 'Новое обращение' }).click();
  const second = await ask('Вторая тема');
  const token = await server.beseda('token', 'create', '--name', 'Admin', '--role', 'admin');
  const headers = { authorization: `Bearer ${token}` };
  const gone = await fetch(`${server.url}/api/v1/tickets/${second}`, { method: 'DELETE', headers });
  expect(gone.status).toBe(204);
  await expect(panel.getByText('Вторая тема')).toHaveCount(0);
  await panel.getByRole('button', { name: 'Назад' }).click();
  await panel.getByRole('button', { name: /Мои обращения/ }).click();
  await expect(panel.locator('.row')).toHaveText([new RegExp(`Первая тема.*№ ${first}`)]);
});
