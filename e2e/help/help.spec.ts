import { expect, test } from '../fixtures';
import { checkAccess } from '../support/check-access';

test.use({ baseURL: async ({ server }, use) => use(server.url) });

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('someone finds an article, reads it, says that it did not help, and switches the language', async ({
    page,
  }) => {
    await page.goto('/help');
    await expect(page).toHaveURL(/\/help\/ru$/);
    await page.getByRole('searchbox').fill('не приходит выплата');
    await page.getByRole('searchbox').press('Enter');
    await page
      .locator('.hits')
      .getByRole('link', { name: /выплат/i })
      .first()
      .click();
    await expect(page).toHaveURL(/\/help\/ru\/article\/\d+-[a-z0-9-]+$/);
    await expect(page.getByText('Автор:')).toBeVisible();
    await page.getByRole('button', { name: 'Нет' }).click();
    await expect(page.getByText('Спасибо', { exact: false }).first()).toBeVisible();
    await page.getByRole('link', { name: 'English' }).first().click();
    await expect(page).toHaveURL(/\/help\/en/);
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  });

  test('a section lists its articles, and what is not there says so with a way on', async ({ page }) => {
    await page.goto('/help/ru');
    await page.getByRole('link', { name: 'Кошельки и выплаты' }).first().click();
    await expect(page.getByRole('link', { name: 'Реестр выплат для банка' }).first()).toBeVisible();
    const missing = await page.goto('/help/ru/article/999999-nothing');
    expect(missing?.status()).toBe(404);
    await expect(page.getByRole('searchbox').first()).toBeVisible();
  });
});

test('articles for staff or agents are not there for a stranger', async ({ page, request }) => {
  for (const number of [802, 112]) {
    expect((await page.goto(`/help/ru/article/${number}`))?.status()).toBe(404);
    expect((await request.get(`/api/v1/articles/${number}?locale=ru`)).status()).toBe(404);
  }
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing in the ${colorScheme} theme, wide and on a phone`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    for (const width of [1280, 360]) {
      await page.setViewportSize({ width, height: 740 });
      for (const path of [
        '/help/ru',
        '/help/ru/article/302',
        '/help/en/search?q=wallet',
        '/help/ru/article/9999',
      ]) {
        await page.goto(path);
        await checkAccess(page);
        expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), path).toBe(
          true,
        );
      }
    }
  });
}
