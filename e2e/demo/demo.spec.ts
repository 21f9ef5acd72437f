import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures';
import { checkAccess } from '../support/check-access';

test.use({ baseURL: async ({ server }, use) => use(server.url) });

const panelOf = (page: Page) => page.frameLocator('beseda-widget iframe');

async function openPanel(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Начать беседу' }).first().press('Enter');
}

async function become(page: Page, person: string): Promise<void> {
  await page.locator('[data-person-switch]').click();
  await page.locator(`[data-person=${person}]`).click();
}

test('the page that leads to everything leads there', async ({ page, request }) => {
  await page.goto('/');
  await checkAccess(page);
  const links = await page
    .getByRole('link')
    .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
  expect(links.length).toBeGreaterThanOrEqual(4);
  for (const link of links) expect((await request.get(link)).status(), link).toBe(200);
});

test('pages of the host change without loading, and the panel follows with what belongs to each', async ({
  page,
}) => {
  await page.goto('/demo/dashboard?as=start');
  await openPanel(page);
  await expect(panelOf(page).getByText('Как создать обращение в поддержку')).toBeVisible();
  await page.evaluate(() => Object.assign(window, { stayed: true }));
  await page.getByRole('link', { name: 'Выплаты' }).first().click();
  await expect(page).toHaveURL(/\/demo\/payouts$/);
  await expect(panelOf(page).getByText('Как обработать заявки на выплату')).toBeVisible();
  expect(await page.evaluate(() => 'stayed' in window)).toBe(true);
});

test('each of the people is who they say, and a distributor is led elsewhere', async ({ page }) => {
  await page.goto('/demo/members?as=enterprise');
  await openPanel(page);
  await expect(panelOf(page).getByRole('button', { name: 'Отправить' })).toBeVisible();
  await become(page, 'distributor');
  await expect(panelOf(page).getByText('Поддержка отвечает сотрудникам компании «Роскар»')).toBeVisible();
  await expect(panelOf(page).getByRole('button', { name: 'Отправить' })).toHaveCount(0);
});

test('nobody reads public articles and is not asked for a message', async ({ page }) => {
  await page.goto('/demo/payouts?as=nobody');
  await openPanel(page);
  const panel = panelOf(page);
  await expect(panel.getByRole('button', { name: 'Отправить' })).toHaveCount(0);
  await panel.getByRole('searchbox').or(panel.getByRole('textbox')).first().fill('вывести деньги');
  await panel.getByText('Почему участник не может вывести деньги').first().click();
  await expect(panel.getByText('Была ли эта статья Вам полезна?')).toBeAttached();
});

test('the chosen person is kept over a reload, and the next one sees nothing of the former', async ({
  page,
}) => {
  await page.goto('/demo/orders?as=network');
  await openPanel(page);
  const field = panelOf(page).getByRole('textbox').first();
  await field.fill('Вопрос Айгерим о заказе');
  await field.press('Enter');
  await expect(panelOf(page).getByText(/Обращение № \d+/)).toBeVisible();
  await page.reload();
  await expect(page.locator('[data-person-switch]')).toHaveAttribute('data-person-switch', 'network');
  await become(page, 'start');
  await openPanel(page);
  await panelOf(page).getByText('Мои обращения').click();
  await expect(panelOf(page).getByText('Вопрос Айгерим о заказе')).toHaveCount(0);
});

test('language and theme of the host are those of the panel, at once', async ({ page }) => {
  await page.goto('/demo/dashboard?as=manager');
  await openPanel(page);
  await page.locator('[data-locale-switch]').click();
  await expect(panelOf(page).getByRole('button', { name: 'Send' })).toBeVisible();
});

test('axe finds nothing on the host pages', async ({ page }) => {
  for (const path of ['dashboard', 'members', 'enrolment', 'page-builder']) {
    await page.goto(`/demo/${path}`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await checkAccess(page);
  }
});
