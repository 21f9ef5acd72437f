import { expect, test } from '../fixtures';
import { checkAccess } from '../support/check-access';

test.use({ baseURL: async ({ server }, use) => use(server.url) });

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('someone searches, chooses a section, sees more, and takes the spelling that was meant', async ({
    page,
  }) => {
    await page.goto('/help/ru/search?q=участник');
    await expect(page.locator('.hits > li')).toHaveCount(10);
    await page.getByRole('link', { name: 'Показать ещё' }).click();
    expect(await page.locator('.hits > li').count()).toBeGreaterThan(10);
    const section = page.getByRole('navigation', { name: 'По разделам' }).getByRole('link').nth(1);
    const count = Number(await section.locator('span').textContent());
    await section.click();
    await expect(page.getByRole('status')).toContainText(`найдено статей: ${count}`);
    await page.goto('/help/ru/search?q=кашелёк');
    await page.locator('.meant').getByRole('link').click();
    await expect(page.getByRole('searchbox')).toHaveValue(/^кошел/);
    await expect(page.locator('.hits a mark').first()).toBeVisible();
    await expect(page.locator('.hits p mark').first()).toBeVisible();
  });

  test('what is not found leads to the closest, and to a person with the query carried along', async ({
    page,
  }) => {
    await page.goto('/help/ru/search?q=кошелёчница');
    await expect(page.getByRole('heading', { name: 'Самое близкое из того, что есть' })).toBeVisible();
    await expect(page.locator('.hits a').first()).toBeVisible();
    const ask = page.getByRole('complementary').getByRole('link', { name: 'Задать вопрос' });
    await expect(ask).toHaveAttribute(
      'href',
      `/help/ru/requests/new?text=${encodeURIComponent('кошелёчница')}`,
    );
  });
});

for (const [locale, text, name] of [
  ['ru', 'кошелёк', 'Вы недавно искали'],
  ['en', 'wallet', 'You searched for'],
] as const) {
  test(`results come while one types, and what was searched stays in the browser until it is cleared (${locale})`, async ({
    page,
  }) => {
    await page.goto(`/help/${locale}/search`);
    const box = page.getByRole('searchbox');
    await box.pressSequentially(text);
    await expect(page.locator('.hits a').first()).toBeVisible();
    await expect(page).toHaveURL(new RegExp(`q=${encodeURIComponent(text)}$`));
    await box.press('Enter');
    await box.fill('');
    await expect(page.locator('.hits')).toHaveCount(0);
    const recent = page.getByRole('region', { name });
    await recent.getByRole('link', { name: text }).click();
    await expect(box).toHaveValue(text);
    await expect(page.locator('.hits a').first()).toBeVisible();
    await box.fill('');
    await recent.getByRole('button').click();
    await expect(recent).toBeHidden();
    await page.reload();
    await box.fill('а');
    await expect(page).toHaveURL(/q=%D0%B0$/);
    await box.fill('');
    await expect(recent).toBeHidden();
    expect(await page.evaluate(() => localStorage.getItem('beseda.searches'))).toBeNull();
  });
}

test('a late answer never overwrites a newer one', async ({ page }) => {
  await page.goto('/help/ru/search');
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route(/q=%D0%BA%D0%BE%D1%88$/, async (route) => {
    await held;
    await route.continue().catch(() => {});
  });
  const asked = page.waitForRequest(/q=%D0%BA%D0%BE%D1%88$/);
  await page.getByRole('searchbox').fill('кош');
  const late = await asked;
  const ended = Promise.race([
    page.waitForEvent('requestfinished', (request) => request === late),
    page.waitForEvent('requestfailed', (request) => request === late),
  ]);
  await page.getByRole('searchbox').fill('выплата');
  await expect(page).toHaveTitle(/выплата/);
  letGo();
  await ended;
  // What came in has been read by then.
  await page.evaluate(() => new Promise(requestAnimationFrame));
  await expect(page.getByRole('status')).toContainText('«выплата»');
  await expect(page).toHaveTitle(/выплата/);
});

test('axe finds nothing on results, on nothing found, and on a phone in the dark', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 740 });
    for (const q of ['участник', 'кашелёк', 'кошелёчница']) {
      await page.goto(`/help/ru/search?q=${q}`);
      await checkAccess(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), q).toBe(true);
    }
  }
});
