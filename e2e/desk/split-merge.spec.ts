import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './desk-test';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

async function checkBothThemes(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual(
      [],
    );
  }
}

const notices = (page: Page) => page.getByRole('status', { name: 'Уведомления' });
const thread = (page: Page) => page.getByRole('region', { name: 'Переписка' });
const links = (page: Page) => page.getByRole('region', { name: 'Связанные обращения' });

test('another topic is split off with its message, and taken back', async ({ agent, requester }) => {
  const asker = await requester('business');
  const subject = `Как отменить выплату ${Date.now()}`;
  const { number } = await asker.ask('Как отменить выплату?', subject);
  await asker.say(number, 'И другое: где отчёт за март?\nВчера он ещё был.');
  await asker.say(number, 'Выплату отменили.');
  const page = await agent();
  await page.goto(`/desk/tickets/${number}`);
  const message = page.locator('.message').filter({ hasText: 'где отчёт' });
  await message.hover();
  await message.getByRole('button', { name: 'Выделить в новое обращение' }).click();

  const dialog = page.getByRole('dialog', { name: `Новое обращение из #${number}` });
  await expect(dialog.getByRole('group', { name: 'Что будет скопировано' })).toContainText(
    'Вчера он ещё был.',
  );
  await expect(dialog.getByLabel('Тема нового обращения')).toHaveValue('И другое: где отчёт за март?');
  await checkBothThemes(page);
  await dialog.getByLabel('Тема нового обращения').fill('Отчёт за март');
  await page.keyboard.press('Enter');

  await expect(page.getByRole('heading', { name: 'Отчёт за март' })).toBeVisible();
  await expect(thread(page)).toContainText(`скопировано из #${number}`);
  await expect(thread(page)).toContainText(`выделено из обращения #${number}`);
  await expect(links(page)).toContainText(`Выделено из #${number}`);
  await expect.poll(() => asker.read(number)).toHaveLength(3);
  const made = Number(/#(\d+)/.exec(await page.locator('.ticket-number').innerText())?.[1]);
  await expect.poll(() => asker.read(made)).toEqual(['И другое: где отчёт за март?\nВчера он ещё был.']);

  await links(page)
    .getByRole('link', { name: `#${number}` })
    .click();
  await expect(page.getByRole('heading', { name: subject })).toBeVisible();
  await expect(thread(page)).toContainText(`сообщение выделено в новое обращение #${made}`);
  await notices(page).getByRole('button', { name: 'Отменить' }).click();
  await expect(notices(page)).toContainText(`#${made} закрыто`);
  await expect(thread(page)).toContainText(`выделение отменено: #${made}`);
  await expect(links(page)).toHaveCount(0);
  await page.goto(`/desk/tickets/${made}`);
  await expect(page.getByLabel('Статус')).toHaveValue('closed');
});

test('what somebody has written in stays split off, and it is said why', async ({ agent, requester }) => {
  const asker = await requester('start');
  const { number } = await asker.ask('Две темы сразу.');
  const page = await agent();
  await page.goto(`/desk/tickets/${number}`);
  await expect(page.getByRole('form', { name: 'Ответ' })).toBeVisible();
  await page.keyboard.press('x');
  await page.keyboard.press('Enter');
  await expect(links(page)).toContainText(`Выделено из #${number}`);
  const made = Number(/#(\d+)/.exec(await page.locator('.ticket-number').innerText())?.[1]);
  await asker.say(made, 'Уточню: вторая тема важнее.');
  await page.getByRole('button', { name: 'Действия с обращением' }).click();
  await page.getByRole('menuitem', { name: 'Отменить выделение' }).click();
  await expect(notices(page)).toContainText('уже писали');
  await expect(links(page)).toContainText(`Выделено из #${number}`);
});

test('a duplicate is merged by keyboard: locked, leading on, and taken back', async ({
  agent,
  requester,
}) => {
  const asker = await requester('network');
  const stamp = Date.now();
  const twin = await asker.ask('Снова не открывается отчёт.', `Дубль ${stamp}`);
  const main = await asker.ask('Не открывается отчёт.', `Главное ${stamp}`);
  const stranger = await (await requester('enterprise')).ask('Чужой отчёт.', `Чужое ${stamp}`);
  const page = await agent();
  await page.goto(`/desk/tickets/${twin.number}`);
  await expect(page.getByRole('form', { name: 'Ответ' })).toBeVisible();

  await page.keyboard.press('m');
  const dialog = page.getByRole('dialog', { name: `Объединить #${twin.number}` });
  await expect(dialog.getByRole('radio', { name: new RegExp(`Главное ${stamp}`) })).toBeVisible();
  await page.keyboard.type(String(stranger.number));
  await expect(dialog.getByText('У этого человека такого обращения нет.')).toBeVisible();
  await dialog.getByRole('searchbox').fill(String(main.number));
  await expect(dialog.getByText(`Переписка продолжится в #${main.number}`)).toBeVisible();
  await checkBothThemes(page);
  await page.setViewportSize({ width: 360, height: 720 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await checkBothThemes(page);
  await page.setViewportSize({ width: 1280, height: 800 });
  await dialog.getByRole('button', { name: 'Поменять местами' }).click();
  await expect(dialog.getByText(`Переписка продолжится в #${twin.number}`)).toBeVisible();
  await dialog.getByRole('button', { name: 'Поменять местами' }).click();
  await dialog.getByRole('button', { name: `Объединить в #${main.number}` }).press('Enter');

  await expect(page.getByRole('heading', { name: `Главное ${stamp}` })).toBeVisible();
  await expect(thread(page)).toContainText('Снова не открывается отчёт.');
  await expect(thread(page)).toContainText(`сюда скопирована переписка обращения #${twin.number}`);
  await asker.say(twin.number, 'Пишу в старое.');
  await expect(thread(page)).toContainText('Пишу в старое.');

  await links(page)
    .getByRole('link', { name: `#${twin.number}` })
    .click();
  const locked = page.getByRole('region', { name: 'Обращение объединено' });
  await expect(locked).toContainText(`Переписка продолжается в #${main.number}`);
  await expect(page.getByRole('form', { name: 'Ответ' })).toHaveCount(0);
  await checkBothThemes(page);
  await page.getByLabel('Статус').selectOption('open');
  await expect(notices(page)).toContainText('Это обращение объединено с другим');

  await locked.getByRole('button', { name: 'Отменить объединение' }).click();
  await expect(page.getByRole('form', { name: 'Ответ' })).toBeVisible();
  await expect(page.getByLabel('Статус')).toHaveValue('open');
  await expect(links(page)).toHaveCount(0);
  await expect.poll(() => asker.read(twin.number)).toEqual(['Снова не открывается отчёт.']);
  await page.keyboard.press('z');
  await expect(page.getByRole('heading', { name: `Главное ${stamp}` })).toBeVisible();
  await expect.poll(() => asker.read(main.number)).toHaveLength(3);
});

test('on a phone a notice lies over nothing that is to be read', async ({ agent, requester }) => {
  const { number } = await (await requester('start')).ask('Первое сообщение.');
  const page = await agent();
  await page.setViewportSize({ width: 360, height: 640 });
  await page.goto(`/desk/tickets/${number}`);
  await expect(page.locator('.message')).toBeVisible();
  await page.getByRole('button', { name: 'Взять себе' }).click();
  await expect(notices(page)).toContainText('исполнитель');
  const box = async (selector: string) => {
    const found = await page.locator(selector).first().boundingBox();
    if (!found) throw new Error(`${selector} is not to be seen.`);
    return found;
  };
  const notice = await box('.notice');
  for (const selector of ['.ticket-head', '.message', '.composer']) {
    const { y, height } = await box(selector);
    expect(y + height <= notice.y || notice.y + notice.height <= y, selector).toBe(true);
  }
});
