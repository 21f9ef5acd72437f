import { checkAccess } from '../support/check-access';
import { expect, test } from './desk-test';

test('the knowledge base opens from the side bar, by key and by command, for any agent', async ({
  agent,
}) => {
  const page = await agent('mikhail');
  await page.getByRole('link', { name: 'База знаний' }).click();
  await expect(page).toHaveURL(/\/desk\/knowledge\/articles$/);
  await page.getByRole('searchbox', { name: 'Поиск по статьям' }).fill('вывод');
  await expect(page.getByRole('list', { name: 'Статьи' }).getByRole('link').first()).toBeVisible();
  await checkAccess(page);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('search')).toBeVisible();
  await page.keyboard.press('g');
  await page.keyboard.press('k');
  await expect(page.getByRole('searchbox', { name: 'Поиск по статьям' })).toBeVisible();
  await page.getByRole('button', { name: 'К обращениям' }).click();
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('база');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('searchbox', { name: 'Поиск по статьям' })).toBeVisible();
});

test('on a phone and in the dark the knowledge base fits the screen', async ({ agent }) => {
  const page = await agent('mikhail');
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  await page.setViewportSize({ width: 360, height: 720 });
  await page.getByRole('link', { name: 'База знаний' }).click();
  await page.getByRole('searchbox', { name: 'Поиск по статьям' }).fill('вывод');
  await expect(page.getByRole('list', { name: 'Статьи' }).getByRole('link').first()).toBeVisible();
  await checkAccess(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});
