import type { Page } from '@playwright/test';
import { checkAccess } from '../support/check-access';
import { expect, test } from './desk-test';

test('the knowledge base opens from the side bar, by key and by command, for any agent', async ({
  agent,
}) => {
  const page = await agent('mikhail');
  await page.getByRole('link', { name: 'База знаний' }).click();
  await expect(page).toHaveURL(/\/desk\/knowledge\/articles$/);
  await page.getByRole('searchbox', { name: 'Найти по названию или номеру' }).fill('роли');
  await expect(page.getByRole('treegrid').getByText(/роли/i).first()).toBeVisible();
  await checkAccess(page);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('search')).toBeVisible();
  await page.keyboard.press('g');
  await page.keyboard.press('k');
  await expect(page.getByRole('searchbox', { name: 'Найти по названию или номеру' })).toBeVisible();
  await page.getByRole('button', { name: 'К обращениям' }).click();
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('база');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('searchbox', { name: 'Найти по названию или номеру' })).toBeVisible();
});

test('on a phone and in the dark the knowledge base fits the screen', async ({ agent }) => {
  const page = await agent('mikhail');
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  await page.setViewportSize({ width: 360, height: 720 });
  await page.getByRole('link', { name: 'База знаний' }).click();
  await page.getByRole('searchbox', { name: 'Найти по названию или номеру' }).fill('роли');
  await expect(page.getByRole('treegrid').getByText(/роли/i).first()).toBeVisible();
  await checkAccess(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});

test.describe('the table of contents', () => {
  const rowOf = (page: Page, title: string) => page.getByRole('row').filter({ hasText: title });
  const readPlace = async (page: Page, title: string) => {
    const titles = await page.getByRole('row').locator('.kb-title').allInnerTexts();
    return titles.indexOf(title);
  };

  test('an agent makes a category and a section in both languages, and the pages have them', async ({
    agent,
    server,
  }) => {
    const page = await agent('mikhail');
    await page.goto('/desk/knowledge/articles');
    await page.getByRole('button', { name: 'Новая категория' }).click();
    await page.getByLabel('Название по-русски').fill('Склад и доставка');
    await page.getByLabel('Название по-английски').fill('Warehouse');
    await checkAccess(page);
    await page.getByRole('button', { name: 'Создать', exact: true }).click();
    await rowOf(page, 'Склад и доставка')
      .getByRole('button', { name: /^Действия/ })
      .click();
    await page.getByRole('menuitem', { name: 'Добавить раздел…' }).click();
    await page.getByLabel('Название по-русски').fill('Остатки');
    await page.getByLabel('Название по-английски').fill('Stock');
    await page.getByRole('button', { name: 'Создать', exact: true }).click();
    await expect(rowOf(page, 'Остатки')).toBeVisible();
    await page.getByRole('searchbox').fill('Ошибки API');
    await page.getByRole('checkbox', { name: /Ошибки API/ }).check();
    await page.getByRole('searchbox').fill('');
    await page.getByRole('button', { name: 'Изменить…', exact: true }).click();
    await page.getByLabel('Раздел').selectOption({ label: 'Остатки' });
    await checkAccess(page);
    await page.getByRole('dialog').getByRole('button', { name: 'Изменить' }).click();
    await expect(page.getByRole('status').filter({ hasText: '1 статья: изменено' })).toBeVisible();
    const isOnPages = async () => {
      const answer = await page.request.get(`${server.url}/help/ru`);
      return (await answer.text()).includes('Склад и доставка');
    };
    await expect.poll(isOnPages).toBe(true);
    await page.getByRole('button', { name: 'Вернуть', exact: true }).click();
    await expect(page.getByRole('status').filter({ hasText: 'Возвращено как было' })).toBeVisible();
    await rowOf(page, 'Остатки')
      .getByRole('button', { name: /^Действия/ })
      .click();
    await page.getByRole('menuitem', { name: 'Удалить…' }).click();
    await page.getByRole('button', { name: 'Удалить', exact: true }).click();
    await expect(rowOf(page, 'Остатки')).toHaveCount(0);
  });

  test('rows are moved by keyboard, said, and put back', async ({ agent }) => {
    const page = await agent('mikhail');
    await page.goto('/desk/knowledge/articles');
    await page.getByRole('button', { name: 'Развернуть всё' }).click();
    const articles = page.locator('.kb-row[data-kind=article]');
    const title = await articles.first().locator('.kb-title').innerText();
    const before = await readPlace(page, title);
    await articles.first().focus();
    const stored = page.waitForResponse((answer) => answer.url().endsWith('/api/v1/kb/order'));
    await page.keyboard.press('Alt+ArrowDown');
    await expect.poll(() => readPlace(page, title)).toBe(before + 1);
    await expect(page.getByRole('status').filter({ hasText: 'место 2 из' })).toBeVisible();
    await expect(rowOf(page, title).first()).toBeFocused();
    // The screen is ahead of the server.
    await stored;
    await page.reload();
    await page.getByRole('button', { name: 'Развернуть всё' }).click();
    await expect.poll(() => readPlace(page, title)).toBe(before + 1);
    await rowOf(page, title).first().focus();
    await page.keyboard.press('Alt+ArrowUp');
    await expect.poll(() => readPlace(page, title)).toBe(before);
    await page.getByRole('button', { name: 'Вернуть', exact: true }).click();
    await expect.poll(() => readPlace(page, title)).toBe(before + 1);
    await checkAccess(page);
  });

  test('a section is dragged to another place', async ({ agent }) => {
    const page = await agent('mikhail');
    await page.goto('/desk/knowledge/articles');
    const sections = page.locator('.kb-row[data-kind=section]');
    await expect(sections.nth(1)).toBeVisible();
    const [first, second] = [
      await sections.nth(0).locator('.kb-title').innerText(),
      await sections.nth(1).locator('.kb-title').innerText(),
    ];
    await sections.nth(1).dragTo(sections.nth(0), { targetPosition: { x: 200, y: 4 } });
    await expect(sections.nth(0).locator('.kb-title')).toHaveText(second);
    await page.getByRole('button', { name: 'Вернуть', exact: true }).click();
    await expect(sections.nth(0).locator('.kb-title')).toHaveText(first);
  });
});
