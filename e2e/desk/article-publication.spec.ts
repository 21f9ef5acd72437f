import type { Page } from '@playwright/test';
import { checkAccess } from '../support/check-access';
import { expect, test } from './desk-test';

const text = (page: Page) => page.getByRole('textbox', { name: 'Текст статьи' });
const saved = (page: Page) => page.getByRole('status').filter({ hasText: /^Сохранено$/ });
const state = (page: Page, words: string) => page.getByText(words, { exact: true });
const choose = async (page: Page, item: string) => {
  await page.getByRole('button', { name: 'Ещё действия' }).click();
  await page.getByRole('menuitem', { name: item }).click();
};

/** A new article with a title, a text and a section: where it is edited. */
async function begin(page: Page, title: string, body: string): Promise<void> {
  await page.goto('/desk/knowledge/articles');
  await page.getByRole('link', { name: 'Новая статья' }).click();
  await page.getByRole('textbox', { name: 'Заголовок статьи' }).fill(title);
  await text(page).fill(body);
  await page.getByRole('button', { name: 'Свойства' }).click();
  await page.getByRole('combobox', { name: 'Раздел' }).selectOption({ index: 1 });
  await expect(saved(page)).toBeVisible();
}

async function publish(page: Page, note: string): Promise<void> {
  await page.getByRole('button', { name: 'Опубликовать' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Что изменилось' }).fill(note);
  await dialog.getByRole('button', { name: 'Опубликовать' }).click();
}

/** What readers get at the article's own address. */
async function readPage(page: Page): Promise<string> {
  const address = await page.getByRole('link', { name: 'Открыть страницу' }).getAttribute('href');
  return (await page.request.get(address ?? '')).text();
}

test('an article goes from its first line by a review to readers, and an older version comes back', async ({
  agent,
}) => {
  const page = await agent('mikhail');
  await begin(page, 'Возврат заказа на склад', 'Первый порядок возврата.');
  await expect(state(page, 'Черновик, ещё не опубликован')).toBeVisible();
  await choose(page, 'Отправить на проверку');
  await expect(page.getByText(/^Ждёт проверки/)).toBeVisible();
  await checkAccess(page);
  await publish(page, 'Первая редакция');
  await expect(state(page, 'Опубликована, версия 1')).toBeVisible();
  expect(await readPage(page)).toContain('Первый порядок возврата.');

  await text(page).fill('Второй порядок возврата.');
  await expect(state(page, 'Опубликована версия 1. Изменения не опубликованы')).toBeVisible();
  await expect(saved(page)).toBeVisible();
  expect(await readPage(page)).toContain('Первый порядок возврата.');
  await publish(page, 'Новый порядок');
  await expect(state(page, 'Опубликована, версия 2')).toBeVisible();
  expect(await readPage(page)).toContain('Второй порядок возврата.');

  await page.getByRole('button', { name: 'Версии', exact: true }).click();
  const first = page.getByRole('listitem').filter({ hasText: 'Первая редакция' });
  await first.getByRole('button', { name: 'Сравнить' }).click();
  const dialog = page.getByRole('dialog', { name: 'Версия 1' });
  await expect(dialog.locator('del')).toHaveText('Первый');
  await expect(dialog.locator('ins')).toHaveText('Второй');
  await checkAccess(page);
  await dialog.getByRole('button', { name: 'Взять этот текст' }).click();
  await expect(text(page)).toHaveValue('Первый порядок возврата.');
  await expect(saved(page)).toBeVisible();
  await publish(page, 'Вернули прежний');
  await expect(state(page, 'Опубликована, версия 3')).toBeVisible();
  expect(await readPage(page)).toContain('Первый порядок возврата.');
});

test('a draft gets a time that is shown with its zone, and loses it again; a discarded one comes back', async ({
  agent,
}) => {
  const page = await agent('mikhail');
  await begin(page, 'Новые сроки поставки', 'С первого числа.');
  await publish(page, '');
  await expect(state(page, 'Опубликована, версия 1')).toBeVisible();
  await text(page).fill('Со второго числа.');
  await page.getByRole('button', { name: 'Опубликовать' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: 'В назначенное время' }).check();
  await expect(dialog.getByText(/^Часовой пояс: \S/)).toBeVisible();
  await checkAccess(page);
  await dialog.getByRole('button', { name: 'Назначить' }).click();
  await expect(page.getByText(/^Будет опубликована .*(GMT|UTC)/)).toBeVisible();
  await page.getByRole('button', { name: 'Отменить публикацию' }).click();
  await expect(page.getByText(/^Будет опубликована/)).toBeHidden();
  await choose(page, 'Удалить черновик…');
  await page.getByRole('dialog').getByRole('button', { name: 'Удалить черновик' }).click();
  await expect(text(page)).toHaveValue('С первого числа.');
  await page.getByRole('button', { name: 'Вернуть' }).click();
  await expect(text(page)).toHaveValue('Со второго числа.');
});

test('a translation stands beside its original and is told when that has changed', async ({ agent }) => {
  const page = await agent('mikhail');
  await begin(page, 'Карта участника', 'Карта действует год.');
  await publish(page, '');
  await expect(state(page, 'Опубликована, версия 1')).toBeVisible();
  const original = page.url();
  await page.getByRole('button', { name: 'Перевод', exact: true }).click();
  await page.getByRole('button', { name: 'Начать перевод на английский' }).click();
  await expect(page).toHaveURL(/\/en$/);
  const translation = page.url();
  await expect(text(page)).toHaveValue('Карта действует год.');
  await text(page).fill('The card is valid for a year.');
  await expect(saved(page)).toBeVisible();
  await page.getByRole('button', { name: 'Перевод', exact: true }).click();
  await expect(page.getByText('Перевод соответствует версии 1 оригинала')).toBeVisible();

  await page.goto(original);
  await text(page).fill('Карта действует три года.');
  await expect(saved(page)).toBeVisible();
  await publish(page, '');
  await expect(state(page, 'Опубликована, версия 2')).toBeVisible();
  await page.goto(translation);
  await page.getByRole('button', { name: 'Перевод', exact: true }).click();
  await page.setViewportSize({ width: 360, height: 740 });
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect(page.getByText(/^Оригинал изменился: перевод сделан с версии 1/)).toBeVisible();
  await expect(page.getByLabel('Русский текст')).toContainText('Карта действует три года.');
  await page.getByText('Что изменилось в оригинале').click();
  await expect(page.locator('ins').first()).toBeVisible();
  await checkAccess(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await page.getByRole('button', { name: 'Перевод соответствует версии 2' }).click();
  await page.getByRole('button', { name: 'Перевод', exact: true }).click();
  await expect(page.getByText('Перевод соответствует версии 2 оригинала')).toBeVisible();
});

test('beside the versions stands what was changed without a new one', async ({ agent }) => {
  const page = await agent('mikhail');
  await begin(page, 'Статья, которую перенесут', 'Текст.');
  const number = Number(/articles\/(\d+)\//.exec(page.url())?.[1]);
  const headers = { 'x-beseda-desk': '1' };
  const data = { changes: [{ numbers: [number], visibility: 'staff', checkBy: '2027-03-01' }] };
  const moved = await page.request.post('/api/v1/kb/articles/move', { headers, data });
  expect(moved.status()).toBe(200);
  await page.getByRole('button', { name: 'Версии', exact: true }).click();
  await page.getByText('Место, читатели и ответственный: что менялось').click();
  await expect(
    page.getByRole('listitem').filter({ hasText: /^проверить до: —\s*2027-03-01$/ }),
  ).toBeVisible();
  await checkAccess(page);
});
