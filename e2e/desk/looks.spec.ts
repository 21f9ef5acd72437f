import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './desk-test';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

async function check(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing in the ${colorScheme} theme, in every state and on a phone`, async ({
    agent,
    requester,
  }) => {
    const { number } = await (await requester('business')).ask(
      'Вопрос для проверки https://example.com #1001',
    );
    const page = await agent();
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.goto(`/desk/all/${number}`);
    await expect(page.locator('.message')).toBeVisible();
    await check(page);
    await page.getByRole('button', { name: /^Меню:/ }).click();
    await check(page);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+k');
    await expect(page.getByRole('dialog')).toBeVisible();
    await check(page);
    await page.keyboard.press('Escape');
    await page.getByLabel('Приоритет').selectOption('urgent');
    await page.getByRole('button', { name: 'Заметка', exact: true }).click();
    await page.getByRole('form').getByRole('textbox').fill('Заметка');
    await page.keyboard.press('Control+Enter');
    await expect(page.locator('.message[data-by=note]')).toBeVisible();
    await check(page);
    await page.setViewportSize({ width: 360, height: 720 });
    await check(page);
    await page.getByRole('button', { name: 'Сведения' }).click();
    await check(page);
    await page.getByRole('button', { name: 'Назад' }).click();
    await page.getByRole('button', { name: 'Назад' }).click();
    await expect(page.getByRole('search')).toBeVisible();
    await check(page);
  });
}

test('language and theme are chosen in the menu and kept', async ({ agent }) => {
  const page = await agent();
  await page.getByRole('button', { name: /^Меню:/ }).click();
  await page.getByRole('radio', { name: 'English' }).check();
  await page.getByRole('radio', { name: 'Dark' }).check();
  await page.reload();
  await expect(page.getByRole('navigation', { name: 'Views' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('on a phone one pane shows at a time, with a way back, and nothing is wider than the screen', async ({
  agent,
  requester,
}) => {
  const { number } = await (await requester('start')).ask('Вопрос с телефона');
  const page = await agent();
  await page.setViewportSize({ width: 360, height: 640 });
  await page.goto(`/desk/all/${number}`);
  await expect(page.getByRole('region', { name: 'Переписка' })).toBeVisible();
  await expect(page.getByRole('search')).toBeHidden();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await page.getByRole('button', { name: 'Назад' }).click();
  await expect(page.getByRole('search')).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});
