import { readFile } from 'node:fs/promises';
import { expect, test } from './portal-test';

test('a requester comes from their system, asks, is answered live, replies, says that it is solved, and that it is not', async ({
  visitor,
  agent,
}) => {
  const { page, list, shown, messages, ask, reply } = await visitor();
  await expect(list.getByRole('heading', { level: 1, name: 'Мои обращения' })).toBeVisible();
  await expect(list).toContainText('Обращений пока нет');
  const number = await ask('Не открывается отчёт по бонусам');
  await expect(page).toHaveURL(new RegExp(`/help/ru/requests/${number}$`));
  await expect(page).toHaveTitle(`№ ${number} Не открывается отчёт по бонусам — Мои обращения — MLM Soft`);
  await expect(shown).toContainText('Ответим');
  const row = list.getByRole('link', { name: `№ ${number}` });
  await expect(row).toContainText('В работе');

  await agent.answer(number, 'Посмотрите https://example.com/report ещё раз');
  await expect(messages.last()).toContainText('Посмотрите https://example.com/report ещё раз');
  await expect(row).toContainText('Посмотрите');
  await reply('Теперь открылся');
  await expect(messages.last()).toContainText('Теперь открылся');
  await expect.poll(() => agent.read(number)).toContain('Теперь открылся');

  await shown.getByRole('button', { name: 'Вопрос решён' }).click();
  await expect(row).toContainText('Решено');
  await shown.getByRole('button', { name: 'Вопрос не решён' }).click();
  await expect(row).toContainText('В работе');
});

test('what an agent sees of it says that it came through the portal', async ({ visitor, agent }) => {
  const number = await (await visitor()).ask('Откуда пришло?');
  expect(await agent.ticket(number)).toMatchObject({ channel: 'portal' });
});

test('a link leads to its request, reload stays there, and back goes where it was', async ({
  visitor,
  server,
}) => {
  const { page, list, shown, ask } = await visitor();
  const first = await ask('Первое');
  const second = await ask('Второе');
  await expect(page).toHaveURL(new RegExp(`/requests/${second}$`));
  await list.getByRole('link', { name: `№ ${first}` }).click();
  await expect(shown.getByRole('heading', { level: 2 })).toHaveText(`№ ${first} Первое`);
  await page.goBack();
  await expect(shown.getByRole('heading', { level: 2 })).toHaveText(`№ ${second} Второе`);
  await page.goto(`${server.url}/help/ru/requests/${first}`);
  await expect(shown.getByRole('heading', { level: 2 })).toHaveText(`№ ${first} Первое`);
  await page.reload();
  await expect(shown.getByRole('log')).toContainText('Первое');
  await page.goto(`${server.url}/help/ru/requests/999999`);
  await expect(shown.getByRole('alert')).toContainText('Обращения № 999999 нет');
});

test('the language changes in place, and what is written stays', async ({ visitor }) => {
  const { page, shown, field, ask } = await visitor();
  const number = await ask('Вопрос на двух языках');
  await field.fill('Черновик');
  await page.getByRole('link', { name: 'English' }).click();
  await expect(page).toHaveURL(new RegExp(`/help/en/requests/${number}$`));
  await expect(shown.getByRole('button', { name: 'Send', exact: true })).toBeVisible();
  await expect(field).toHaveValue('Черновик');
});

test('what is written without a connection waits, and goes when that is back', async ({ visitor, agent }) => {
  const { page, context, messages, shown, ask, reply } = await visitor();
  const number = await ask('Связь пропадёт');
  await expect(messages).toHaveCount(1);
  await context.setOffline(true);
  await reply('Из туннеля');
  await expect(messages.last()).toContainText('Из туннеля');
  await expect(page.getByRole('status').filter({ hasText: 'Нет связи' })).toBeVisible();
  await context.setOffline(false);
  await expect.poll(() => agent.read(number), { timeout: 30_000 }).toContain('Из туннеля');
  await expect(shown.getByText('Ждёт отправки')).toHaveCount(0);
});

test('articles are found while one writes, open inside, and lead back to what is written', async ({
  visitor,
}) => {
  const { page, shown, field } = await visitor({ to: 'new' });
  await field.fill('выплата на карту');
  await shown.locator('.hit').first().click();
  await expect(page).toHaveURL(/\/requests\/new\?read=\d+$/);
  await expect(shown.locator('.reader')).toBeVisible();
  await page.goBack();
  await expect(field).toHaveValue('выплата на карту');
});

test('signing out ends the session here and leaves nothing behind', async ({ visitor, server }) => {
  const { page, list, ask } = await visitor();
  const number = await ask('Перед выходом');
  await list.getByRole('button', { name: 'Выйти' }).click();
  await expect(page.getByRole('textbox', { name: 'Рабочая почта' })).toBeVisible();
  await page.goto(`${server.url}/help/ru/requests/${number}`);
  await expect(page.getByRole('textbox', { name: 'Рабочая почта' })).toBeVisible();
});

test('what the list holds is saved as a file', async ({ visitor }) => {
  const { page, list, ask } = await visitor();
  const number = await ask('В таблицу');
  await expect(list.getByRole('link', { name: `№ ${number}` })).toBeVisible();
  const download = page.waitForEvent('download');
  await list.getByRole('button', { name: 'Скачать CSV' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^requests-\d{4}-\d\d-\d\d\.csv$/);
  const lines = (await readFile(await file.path(), 'utf8')).trim().split('\r\n');
  expect(lines).toHaveLength(2);
  expect(lines[1]).toContain('В таблицу');
});

test('reload keeps how the list is narrowed down', async ({ visitor }) => {
  const { page, list, ask } = await visitor();
  const number = await ask('Вопрос без типа');
  await list.getByRole('combobox', { name: 'Тип обращения' }).selectOption({ label: 'Проблема' });
  await expect(list).toContainText('Под это ничего не подходит');
  await page.reload();
  await expect(list.getByRole('combobox', { name: 'Тип обращения' })).toHaveValue('problem');
  await expect(list).toContainText('Под это ничего не подходит');
  await list.getByRole('combobox', { name: 'Тип обращения' }).selectOption({ label: 'Без типа' });
  await expect(list.getByRole('link', { name: `№ ${number}` })).toBeVisible();
});

test('an answer elsewhere is counted in the list and in the title, until it is read', async ({
  visitor,
  agent,
}) => {
  const { page, list, messages, ask } = await visitor();
  const first = await ask('Ответят сюда');
  await ask('Открыто это');
  await agent.answer(first, 'Вот ответ');
  const row = list.getByRole('link', { name: `№ ${first}` });
  await expect(row).toContainText('1 новый ответ');
  await expect(page).toHaveTitle(/^\(1\) № \d+ Открыто это/);
  await row.click();
  await expect(messages.last()).toContainText('Вот ответ');
  await expect(row).not.toContainText('новый ответ');
  await expect(page).toHaveTitle(`№ ${first} Ответят сюда — Мои обращения — MLM Soft`);
});
