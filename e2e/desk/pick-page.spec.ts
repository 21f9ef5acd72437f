import type { Page } from '@playwright/test';
import { checkAccess } from '../support/check-access';
import { clickLast } from '../support/click-last';
import { expect, test } from './desk-test';

/** The dialog of a new section, with the list of sites open. */
async function beginPick(page: Page) {
  await page.goto('/desk/knowledge/articles');
  await page.getByRole('button', { name: 'Новый раздел' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Выбрать на странице…' }).click();
  const address = dialog.getByRole('textbox', { name: 'Адрес' });
  await expect(address).not.toHaveValue('');
  return { dialog, address };
}

const barOf = (host: Page) => host.getByRole('region', { name: 'Выбор страницы для статьи' });

test('a section gets its pages by going to them in a host application, one of several', async ({
  agent,
  server,
}) => {
  // First in the list, and for one site twice: the address alone says which is meant.
  await server.addApp('A Warehouse', 'https://warehouse.example');
  await server.addApp('A Warehouse again', server.url);
  const page = await agent();
  const { dialog, address } = await beginPick(page);
  await expect(address).toHaveValue('https://warehouse.example/');
  await address.fill('https://evil.example/');
  await dialog.getByRole('button', { name: 'Открыть' }).click();
  await expect(
    dialog.getByRole('alert').filter({ hasText: 'Этого сайта нет среди приложений, ' }),
  ).toBeVisible();

  await address.fill(`${server.url}/demo/dashboard?as=start`);
  await checkAccess(page);
  const popup = page.waitForEvent('popup');
  await address.press('Enter');
  const host = await popup;
  const bar = barOf(host);
  await expect(bar.getByRole('radio', { name: 'Только эта: /dashboard' })).toBeChecked();
  await host.getByRole('link', { name: 'Участники' }).first().click();
  await expect(bar.getByRole('radio', { name: 'Только эта: /members' })).toBeChecked();
  await host.locator('main table a').first().click();
  await expect(bar.getByRole('radio', { name: 'Все такие: /members/*' })).toBeChecked();
  await Promise.all([host.waitForEvent('close'), clickLast(bar.getByRole('button', { name: 'Выбрать' }))]);
  await expect(dialog.getByRole('textbox', { name: /^Страницы/ })).toHaveValue('/members/*');
  await expect(dialog.getByRole('status').filter({ hasText: 'Добавлено: /members/*' })).toBeVisible();
});

test('a page keeps the name it gives itself, also where the panel was there first', async ({
  agent,
  requester,
  server,
}) => {
  // Whoever has a conversation open gets the panel, unseen, by itself.
  await (await requester('start')).ask('Где мои выплаты?');
  const page = await agent();
  const { address } = await beginPick(page);
  const mounted = page.context().waitForEvent('response', (answer) => answer.url().includes('/panel?'));
  await page.context().route('**/offer-page-*.js', async (route) => {
    await (await mounted).finished();
    await route.continue();
  });
  await address.fill(`${server.url}/demo/dashboard?as=start`);
  const popup = page.waitForEvent('popup');
  await address.press('Enter');
  const bar = barOf(await popup);
  await expect(bar.getByRole('radio', { name: 'Только эта: /dashboard' })).toBeChecked();
});
