import { checkAccess } from '../support/check-access';
import { clickLast } from '../support/click-last';
import { expect, test } from './desk-test';

test('a section gets its pages by going to them in the host application', async ({ agent, server }) => {
  const page = await agent();
  await page.goto('/desk/knowledge/articles');
  await page.getByRole('button', { name: 'Новый раздел' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Выбрать на странице…' }).click();
  const address = dialog.getByRole('textbox', { name: 'Адрес' });
  await expect(address).not.toHaveValue('');
  await address.fill('https://evil.example/');
  await dialog.getByRole('button', { name: 'Открыть' }).click();
  await expect(dialog.getByRole('alert').filter({ hasText: 'Адрес должен начинаться с' })).toBeVisible();

  await address.fill(`${server.url}/demo/dashboard?as=start`);
  await checkAccess(page);
  const popup = page.waitForEvent('popup');
  await address.press('Enter');
  const host = await popup;
  const bar = host.getByRole('region', { name: 'Выбор страницы для статьи' });
  await expect(bar.getByRole('radio', { name: 'Только эта: /dashboard' })).toBeChecked();
  await host.getByRole('link', { name: 'Участники' }).first().click();
  await expect(bar.getByRole('radio', { name: 'Только эта: /members' })).toBeChecked();
  await host
    .getByRole('link', { name: /\d{4,}/ })
    .or(host.locator('main table a'))
    .first()
    .click();
  await expect(bar.getByRole('radio', { name: 'Все такие: /members/*' })).toBeChecked();
  await Promise.all([host.waitForEvent('close'), clickLast(bar.getByRole('button', { name: 'Выбрать' }))]);
  await expect(dialog.getByRole('textbox', { name: /^Страницы/ })).toHaveValue('/members/*');
  await expect(dialog.getByRole('status').filter({ hasText: 'Добавлено: /members/*' })).toBeVisible();
});
