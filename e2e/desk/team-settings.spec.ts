import type { Page } from '@playwright/test';
import { checkAccess } from '../support/check-access';
import { expect, test } from './desk-test';

async function openSettings(page: Page, section: string): Promise<void> {
  await page.goto('/desk/settings/companies');
  await page.getByRole('navigation', { name: 'Настройки' }).getByRole('link', { name: section }).click();
}

async function createTeam(page: Page, name: string): Promise<void> {
  await openSettings(page, 'Команды');
  await page.getByRole('button', { name: 'Новая команда' }).click();
  await page.getByLabel('Название').fill(name);
  await page.getByRole('button', { name: 'Создать' }).click();
  await expect(page.getByRole('heading', { name })).toBeVisible();
}

async function giveCompany(page: Page, company: RegExp, team: string): Promise<void> {
  await openSettings(page, 'Компании');
  await page.getByRole('link', { name: company }).click();
  await page.getByLabel('Команда').selectOption({ label: team });
  await page.getByRole('button', { name: 'Сохранить' }).click();
  await expect(page.getByText('Сохранено.')).toBeVisible();
}

test('an invited agent signs in, their team gets a company’s new ticket, and disabled they are out at once', async ({
  agent,
  requester,
  browser,
  server,
}) => {
  const page = await agent('anna');
  await createTeam(page, 'Поддержка сетей');
  await checkAccess(page);

  await openSettings(page, 'Сотрудники');
  await page.getByRole('button', { name: 'Пригласить сотрудника' }).click();
  await page.getByLabel('Почта').fill('vera@desk.example');
  await page.getByLabel('Имя').fill('Вера Орлова');
  await page.getByRole('checkbox', { name: 'Поддержка сетей' }).check();
  await checkAccess(page);
  await page.getByRole('dialog').getByRole('button', { name: 'Пригласить' }).click();
  const link = await page.getByRole('textbox', { name: /^Ссылка для входа/ }).inputValue();
  await page.getByRole('button', { name: 'Готово' }).click();
  await expect(page.getByRole('link', { name: /^Вера Орлова.*ещё не входил/ })).toBeVisible();
  await checkAccess(page);

  const context = await browser.newContext({ baseURL: server.url, locale: 'ru-RU' });
  const vera = await context.newPage();
  await vera.goto(link);
  await expect(vera.getByRole('link', { name: /^Мои 0/ })).toBeVisible();

  await giveCompany(page, /^Вита Плюс/, 'Поддержка сетей');
  const asker = await requester('business');
  await asker.ask('Вопрос для команды');
  await vera.getByRole('link', { name: /^Мои \d/ }).click();
  await expect(vera.getByRole('link', { name: /^Вопрос для команды/ })).toBeVisible();

  await openSettings(page, 'Сотрудники');
  await page.getByRole('link', { name: /^Вера Орлова.*в работе: [1-9]/ }).click();
  await page.getByRole('button', { name: 'Отключить…' }).click();
  await page
    .getByRole('combobox', { name: /^Незавершённых: [1-9]/ })
    .selectOption({ label: 'Анна Соколова' });
  await checkAccess(page);
  await page.getByRole('dialog').getByRole('button', { name: 'Отключить', exact: true }).click();
  await expect(page.getByText(/^Доступ отключён/)).toBeVisible();
  await expect(vera.getByRole('heading', { name: 'Вход' })).toBeVisible();
  await expect(page.getByText('отключено: нет да')).toBeVisible();
  await checkAccess(page);
  await context.close();
});

test('the last admin stays one, a team in use stays too, and both pages say why', async ({ agent }) => {
  const page = await agent('anna');
  await openSettings(page, 'Сотрудники');
  await page.getByRole('link', { name: /^Анна Соколова/ }).click();
  await page.getByLabel('Роль').selectOption({ label: 'Сотрудник' });
  await page.getByRole('button', { name: 'Сохранить' }).click();
  await expect(page.getByText(/^Это последний администратор/)).toBeVisible();
  await page.getByRole('link', { name: 'Ко всем сотрудникам' }).click();
  await page.getByRole('button', { name: 'Уйти без сохранения' }).click();
  await createTeam(page, 'Вторая линия');
  await giveCompany(page, /^Роскар/, 'Вторая линия');
  await openSettings(page, 'Команды');
  await page.getByRole('link', { name: /^Вторая линия.*1 компания/ }).click();
  await page.getByRole('button', { name: 'Удалить…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Удалить', exact: true }).click();
  await expect(page.getByText(/^Удалить нельзя\. Компании: Роскар\./)).toBeVisible();
});

test('on a phone and in the dark an agent’s page fits the screen and goes by keyboard', async ({ agent }) => {
  const page = await agent('anna');
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  await page.setViewportSize({ width: 360, height: 720 });
  await openSettings(page, 'Сотрудники');
  await page.getByRole('link', { name: /^Михаил Котов/ }).press('Enter');
  await page.getByRole('button', { name: 'Ссылка для входа…' }).press('Enter');
  await page.getByRole('button', { name: 'Создать ссылку' }).press('Enter');
  await expect(page.getByRole('textbox', { name: /^Ссылка для входа/ })).toHaveValue(/\/desk\/sign-in#/);
  await checkAccess(page);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Ссылка для входа…' })).toBeFocused();
  await expect(page.getByText('выдана ссылка для входа: — да')).toBeVisible();
  await checkAccess(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});

test('a telephone number is in the widget from the moment it is set, at the hours that it has', async ({
  agent,
  requester,
}) => {
  const asker = await requester('business');
  const seen = async () => (await asker.call<{ results: object[] }>('GET', '/phone')).results;
  const page = await agent('anna');
  await openSettings(page, 'Телефоны');
  await page.getByRole('button', { name: 'Новый номер' }).click();
  await page.getByRole('textbox', { name: /^Номер/ }).fill('12');
  await page.getByLabel('Регион').fill('ru');
  await page.getByRole('button', { name: 'Добавить' }).click();
  await expect(page.getByText('Проверьте, всё ли введено верно')).toBeVisible();
  await page.getByRole('textbox', { name: /^Номер/ }).fill('+7 812 000-55-66');
  await page.getByLabel('Часы').selectOption({ index: 1 });
  await checkAccess(page);
  await page.getByRole('button', { name: 'Добавить' }).click();
  await expect(page.getByRole('heading', { name: '+7 812 000-55-66' })).toBeVisible();
  await page.getByLabel('Пояснение').fill('Вторая линия');
  await page.getByRole('button', { name: 'Сохранить' }).click();
  await expect(page.getByText('Сохранено.')).toBeVisible();
  await expect(page.getByText('пояснение: — Вторая линия')).toBeVisible();
  await checkAccess(page);
  expect(await seen()).toContainEqual(
    expect.objectContaining({ number: '+7 812 000-55-66', note: 'Вторая линия' }),
  );
  await page.getByRole('button', { name: 'Удалить…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Удалить', exact: true }).click();
  await expect(page.getByRole('list', { name: 'Телефоны' })).toBeVisible();
  expect(JSON.stringify(await seen())).not.toContain('+7 812 000-55-66');
});

test('types are offered and called as an admin sets it, in the panel and in the desk', async ({
  agent,
  browser,
  server,
}) => {
  const page = await agent('anna');
  await openSettings(page, 'Типы обращений');
  const form = page.getByRole('form', { name: 'Типы обращений' });
  await form.getByRole('checkbox', { name: 'Задача' }).uncheck();
  await form
    .getByRole('group', { name: /^Вопрос:/ })
    .getByLabel('По-русски')
    .fill('Как сделать');
  await form.getByRole('checkbox', { name: /дистрибьютора/ }).uncheck();
  await checkAccess(page);
  await form.getByRole('button', { name: 'Сохранить' }).click();
  await expect(form.getByText('Сохранено.')).toBeVisible();
  await expect(page.getByText('значение: — Как сделать')).toBeVisible();
  await checkAccess(page);

  const context = await browser.newContext({ baseURL: server.url, locale: 'ru-RU' });
  const host = await context.newPage();
  const types = host.frameLocator('beseda-widget iframe').getByRole('group').first().getByRole('button');
  await expect
    .poll(async () => (await host.request.get('/panel?app=demo&locale=ru')).text())
    .toContain('Как сделать');
  await host.goto('/demo/dashboard?as=start');
  await host.getByRole('button', { name: 'Начать беседу' }).first().press('Enter');
  await expect(types).toHaveText(['Как сделать', 'Проблема']);
  await context.close();

  await page.reload();
  await expect(
    page.getByRole('combobox', { name: 'Если тип не выбран' }).getByRole('option', { name: 'Как сделать' }),
  ).toBeAttached();
  for (const key of ['types.offered', 'types.question_ru', 'types.distributor']) {
    const value = { 'types.offered': 'question, problem, task', 'types.distributor': 'on' }[key] ?? '';
    await server.beseda('settings', 'set', key, value);
  }
});

test('general values are chosen and ticked, not spelt', async ({ agent }) => {
  const page = await agent('anna');
  await openSettings(page, 'Общие');
  const mode = page.getByRole('form', { name: 'Кому обращения назначаются сами' });
  await mode.getByRole('combobox').selectOption({ label: 'Никому' });
  await mode.getByRole('button', { name: 'Сохранить' }).click();
  await expect(mode.getByText('Сохранено.')).toBeVisible();
  await mode.getByRole('combobox').selectOption({ index: 0 });
  await mode.getByRole('button', { name: 'Сохранить' }).click();
  await expect(mode.getByText('Сохранено.')).toBeVisible();
  const files = page.getByRole('form', { name: 'Какие файлы принимаются' });
  await files.getByRole('checkbox', { name: 'HEIC' }).check();
  await files.getByRole('button', { name: 'Сохранить' }).click();
  await expect(files.getByText('Сохранено.')).toBeVisible();
  await checkAccess(page);
});
