import { checkAccess } from '../support/check-access';
import { expect, test } from './desk-test';

test('an admin reads how people were helped, by agent and in their words, and goes to the ticket', async ({
  agent,
}) => {
  const page = await agent('anna');
  await page.goto('/desk/settings/companies');
  await page.getByRole('navigation', { name: 'Настройки' }).getByRole('link', { name: 'Оценки' }).click();
  const table = page.getByRole('region', { name: 'Оценки по группам' });
  await expect(table.getByRole('row', { name: /^Вера Ким 0\s%/ })).toBeVisible();
  await checkAccess(page);
  await page.getByLabel('Показать').selectOption('company');
  await expect(table.getByRole('row', { name: /^Северное сияние/ })).toBeVisible();
  await page.getByLabel('Показать').selectOption('month');
  await expect(table.getByRole('rowheader', { name: /\d{4}/ }).first()).toBeVisible();

  const list = page.getByRole('list', { name: 'Последние оценки' });
  await page.getByLabel('Какие').selectOption('bad');
  await expect(list.getByText('Ответ верный, но ждали больше часа.')).toBeVisible();
  await expect(list.getByText('Быстро, и сразу то, что нужно.')).toBeHidden();
  await list.getByRole('link', { name: /Отчёт по бонусам за октябрь/ }).click();
  await expect(page.getByRole('region', { name: 'Оценка' })).toContainText('Плохо');
});

test('on a phone and in the dark the ratings fit the screen', async ({ agent }) => {
  const page = await agent('anna');
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  await page.setViewportSize({ width: 360, height: 720 });
  await page.goto('/desk/settings/ratings');
  await expect(page.getByRole('region', { name: 'Оценки по группам' })).toBeVisible();
  await checkAccess(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});
