import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Tab, test } from './panel-test';

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

async function expectAccessible({ page }: Tab, screen: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(WCAG).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  expect(found, screen).toEqual([]);
}

/** Calls `look` on every screen that a person of staff may see. */
async function visitScreens(tab: Tab, look: (screen: string) => Promise<void>): Promise<void> {
  const { field, panel } = tab;
  await field.fill('выплата на карту');
  await panel.locator('.hit').first().waitFor();
  await look('question');
  await panel.locator('.hit').first().click();
  await panel.locator('.choice').first().click();
  await look('article');
  await panel.getByRole('button', { name: /^(Назад|Back)$/ }).click();
  await tab.ask(
    'Превысокомногорассмотрительствующий вопрос https://example.com/a/very/long/path/without/any/end',
  );
  await look('conversation');
  await panel.getByRole('button', { name: /^(Назад|Back)$/ }).click();
  await panel.locator('.mine').click();
  await panel.locator('.row').first().waitFor();
  await look('list');
}

for (const colorScheme of ['light', 'dark'] as const)
  test(`every screen passes axe, ${colorScheme}`, async ({ person }) => {
    test.slow();
    const me = await person({ browser: { colorScheme } });
    const tab = await me.tab();
    await visitScreens(tab, (screen) => expectAccessible(tab, screen));
  });

test('the host sets the theme over that of the system', async ({ person }) => {
  const me = await person({ browser: { colorScheme: 'light' } });
  const { panel, page } = await me.tab();
  const background = () => panel.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor);
  const light = await background();
  await page.evaluate(() => window.Beseda('update', { theme: 'dark' }));
  await expect.poll(background).not.toBe(light);
  await page.evaluate(() => window.Beseda('update', { theme: 'system' }));
  await expect.poll(background).toBe(light);
});

test('nothing is wider than a phone of 360 px, and no field is zoomed', async ({ person }) => {
  const me = await person({
    browser: { viewport: { width: 360, height: 720 }, hasTouch: true, isMobile: true },
  });
  const tab = await me.tab();
  await visitScreens(tab, async (screen) => {
    const size = await tab.panel.locator('html').evaluate((html) => ({
      width: html.scrollWidth,
      inner: Math.max(...[...html.querySelectorAll('main, .log')].map(({ scrollWidth }) => scrollWidth)),
      fonts: [...html.querySelectorAll('textarea')].map((field) =>
        Number.parseFloat(getComputedStyle(field).fontSize),
      ),
    }));
    expect(size.width, screen).toBeLessThanOrEqual(360);
    expect(size.inner, screen).toBeLessThanOrEqual(360);
    for (const font of size.fonts) expect(font, screen).toBeGreaterThanOrEqual(16);
  });
});

test('the language changes at run time and the draft stays', async ({ person }) => {
  const { panel, field, page } = await (await person()).tab();
  await field.fill('Черновик');
  await page.evaluate(() => window.Beseda('update', { locale: 'en' }));
  await expect(panel.getByRole('button', { name: 'Send', exact: true })).toBeVisible();
  await expect(panel.locator('html')).toHaveAttribute('lang', 'en');
  await expect(field).toHaveValue('Черновик');
  await page.evaluate(() => window.Beseda('update', { locale: 'ru' }));
  await expect(panel.getByRole('button', { name: 'Отправить', exact: true })).toBeVisible();
});

test('everything goes by keyboard: in, to an article, back, and out to the launcher', async ({ person }) => {
  const { panel, field, page, launcher } = await (await person()).tab();
  await expect(field).toBeFocused();
  await page.keyboard.type('выплата на карту');
  // What colleagues needed here stands there before.
  await panel.locator('.hit').nth(1).waitFor();
  await page.keyboard.press('ArrowDown');
  await expect(panel.locator('.hit').first()).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(panel.locator('.hit').nth(1)).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect(field).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(panel.locator('.reader h2').first()).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Shift+Tab');
  await expect(panel.getByRole('button', { name: 'Назад' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(field).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(launcher).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(field).toBeFocused();
  await expect(field).toHaveValue('выплата на карту');
});

test('the focus stays in its row when other articles come under it', async ({ person }) => {
  const { panel, field, page } = await (await person()).tab();
  await page.evaluate(() => window.Beseda('suggest', { route: '/payouts' }));
  const first = panel.locator('.hit').first();
  await expect(first).toBeVisible();
  const before = (await first.textContent()) ?? '';
  const held: (() => void)[] = [];
  await page.route('**/articles/suggest?*', (route) => held.push(() => void route.continue()));
  await field.pressSequentially('карточка участника');
  await expect.poll(() => held.length).toBeGreaterThan(0);
  await page.keyboard.press('ArrowDown');
  await expect(first).toBeFocused();
  for (const go of held) go();
  await page.unroute('**/articles/suggest?*');
  await expect(first).not.toHaveText(before);
  await expect(first).toBeFocused();
});

test('closed and opened again at once, the focus is back in the field', async ({ person }) => {
  const { field, page, launcher } = await (await person()).tab();
  await expect(field).toBeFocused();
  await page.evaluate(() => {
    window.Beseda('close');
    window.Beseda('open');
  });
  await expect(launcher).toHaveAttribute('aria-expanded', 'true');
  await expect(field).toBeFocused();
});

test('an answer is announced to screen readers', async ({ person, agent }) => {
  const { ask, panel } = await (await person()).tab();
  await agent.answer(await ask('Слышно?'), 'Слышно хорошо');
  await expect(panel.locator('[aria-live=polite]')).toHaveText(/: Слышно хорошо$/);
});

test('who wants no motion gets none', async ({ person }) => {
  const me = await person({ browser: { reducedMotion: 'reduce' } });
  const tab = await me.tab();
  await visitScreens(tab, async (screen) => {
    const moving = await tab.panel
      .locator('html')
      .evaluate(
        () =>
          document.getAnimations().filter(({ effect }) => Number(effect?.getTiming().duration) > 0).length,
      );
    expect(moving, screen).toBe(0);
  });
});
