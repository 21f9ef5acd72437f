import type { Page } from '@playwright/test';
import { checkAccess } from '../support/check-access';
import { clickLast } from '../support/click-last';
import { expect, test } from './widget-test';

/** What the desk does, from a page of our own origin; what came back, in order. */
async function beginPick(page: Page, address: string): Promise<Page> {
  const popup = page.waitForEvent('popup');
  await page.evaluate((url) => {
    const answers: unknown[] = [];
    const opened = window.open(url, 'beseda pick');
    window.addEventListener('message', ({ source, origin, data }) => {
      if (source !== opened) return;
      answers.push(data);
      const start = { type: 'beseda pick', id: 'one', title: 'Как отменить выплату', locale: 'ru' };
      if (data.type === 'beseda pick ready') opened?.postMessage(start, origin);
    });
    Object.assign(window, { answers });
  }, address);
  return popup;
}

const answersOf = (page: Page) =>
  page.evaluate(() => (window as unknown as { answers: { type: string; route?: string }[] }).answers);

test('a page of the host is chosen in the window that the desk has opened, under a strict policy', async ({
  page,
  site,
  server,
}) => {
  await page.goto(`${server.url}/help/ru`);
  const host = await beginPick(page, `${site.origin}/strict.html`);
  const bar = host.getByRole('region', { name: 'Выбор страницы для статьи' });
  await expect(bar).toContainText('Как отменить выплату');
  await expect(bar.getByRole('radio', { name: 'Только эта: /strict.html' })).toBeChecked();
  await expect(host.locator('beseda-widget button')).toBeHidden();
  await host.evaluate(() => history.pushState(null, '', '/members/1042'));
  await expect(bar.getByRole('radio', { name: 'Все такие: /members/*' })).toBeChecked();
  await checkAccess(host);
  await host.evaluate(() => window.Beseda('suggest', { route: '/orders/7/items' }));
  await expect(bar.getByRole('radio', { name: 'Все такие: /orders/*/items' })).toBeChecked();
  await bar.getByRole('radio', { name: 'Только эта' }).check();
  expect(await host.evaluate(() => window.violations)).toEqual([]);
  await Promise.all([host.waitForEvent('close'), clickLast(bar.getByRole('button', { name: 'Выбрать' }))]);
  expect((await answersOf(page)).at(-1)).toEqual({
    type: 'beseda picked',
    id: 'one',
    route: '/orders/7/items',
  });
});

test('the bar comes back on the next page, and giving up says so', async ({ page, site, server }) => {
  await page.goto(`${server.url}/help/ru`);
  const host = await beginPick(page, `${site.origin}/strict.html`);
  const bar = host.getByRole('region', { name: 'Выбор страницы для статьи' });
  await expect(bar).toBeVisible();
  await host.goto(`${site.origin}/strict.html?page=2`);
  await expect(bar).toBeVisible();
  await Promise.all([host.waitForEvent('close'), clickLast(bar.getByRole('button', { name: 'Отменить' }))]);
  expect((await answersOf(page)).at(-1)).toMatchObject({ type: 'beseda picked', route: null });
});

test('another site that opens a host page gets no bar and no word', async ({ page, site, server }) => {
  await page.goto(`${site.origin}/plain.html`);
  const host = await beginPick(page, `${server.url}/demo/members?as=start`);
  const isThere = () =>
    host.evaluate(() =>
      performance.getEntriesByType('resource').some(({ name }) => name.includes('/offer-page-')),
    );
  await expect.poll(isThere).toBe(true);
  await page.evaluate((origin) => {
    const start = { type: 'beseda pick', id: 'one', title: 'Чужой', locale: 'ru' };
    window.open('', 'beseda pick')?.postMessage(start, origin);
  }, server.url);
  // Messages are taken in their order: ours has come when this one has.
  await host.evaluate(
    () =>
      new Promise((done) => {
        window.addEventListener('message', ({ data }) => data === 'after' && done(null));
        window.postMessage('after', location.origin);
      }),
  );
  await expect(host.locator('beseda-pick')).toHaveCount(0);
  expect(await answersOf(page)).toEqual([]);
});
