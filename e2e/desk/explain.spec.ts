import { checkAccess } from '../support/check-access';
import { expect, test } from './desk-test';

test('an agent sees why a query finds what it finds, on a wide screen and on a dark phone', async ({
  agent,
}) => {
  const page = await agent('anna');
  await page.goto('/desk/knowledge/explain');
  await expect(page.getByText('Введите запрос')).toBeVisible();
  await page.getByRole('searchbox', { name: 'Запрос' }).fill('rfr dsdtcnb ltymub');
  await page.getByRole('combobox', { name: 'Кто ищет' }).selectOption('Руководитель');
  await page.getByRole('button', { name: 'Объяснить' }).click();
  await expect(page.getByText('Прочитано как «как вывести деньги»')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Подсказки' })).toContainText('Подсказки будут показаны');
  const articles = page.getByRole('region', { name: 'Статьи по порядку' });
  await expect(articles.getByRole('link').first()).toBeVisible();
  await expect(articles.getByRole('listitem').first()).toContainText('деньги: заголовок');
  await expect(page.getByRole('combobox', { name: 'Кто ищет' })).toHaveValue('manager');
  await checkAccess(page);

  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  await page.setViewportSize({ width: 360, height: 720 });
  await checkAccess(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);

  await page.getByRole('searchbox', { name: 'Запрос' }).fill('щюыбвгджз');
  await page.getByRole('button', { name: 'Объяснить' }).click();
  await expect(page.getByText('Ни одна статья не подошла')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Подсказки' })).toContainText('Подсказывать нечего');
});
