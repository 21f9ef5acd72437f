import { checkAccess } from '../support/check-access';
import { expect, test, type Visitor } from './portal-test';

const LONG =
  'Превысокомногорассмотрительствующий вопрос https://example.com/a/very/long/path/without/any/end/that/could/be/broken';

/** Calls `look` on everything that a requester may be shown. */
async function visitPlaces(
  { page, list, shown, field, ask }: Visitor,
  look: (place: string) => Promise<void>,
) {
  await expect(list).toContainText('Обращений пока нет');
  await look('empty list');
  const number = await ask(LONG);
  await expect(shown.getByRole('log').getByRole('article')).toHaveCount(1);
  await expect(shown).toContainText('Ответим');
  await look('request');
  await page.goto(`${new URL(page.url()).origin}/help/ru/requests/new`);
  await field.fill('выплата на карту');
  await shown.locator('.hit').first().waitFor();
  await shown.getByRole('button', { name: 'Проблема' }).click();
  await shown.locator('.report textarea').first().waitFor();
  await look('new request');
  await shown.locator('.hit').first().click();
  await shown.locator('.choice').first().waitFor();
  await look('article');
  await page.goto(`${new URL(page.url()).origin}/help/ru/requests/new?article=302`);
  await expect(shown).toContainText('Вопрос по статье');
  await look('new request about an article');
  await page.goto(`${new URL(page.url()).origin}/help/ru/requests`);
  await list.getByRole('link', { name: `№ ${number}` }).waitFor();
  await look('list');
}

for (const colorScheme of ['light', 'dark'] as const)
  test(`every place passes axe, ${colorScheme}`, async ({ visitor }) => {
    test.slow();
    const me = await visitor({ browser: { colorScheme } });
    await visitPlaces(me, () => checkAccess(me.page));
  });

test('on a phone of 360 px one thing is shown at a time, nothing is wider, and no field is zoomed', async ({
  visitor,
}) => {
  test.slow();
  const me = await visitor({
    browser: { viewport: { width: 360, height: 720 }, hasTouch: true, isMobile: true },
  });
  const { page, list, shown } = me;
  await visitPlaces(me, async (place) => {
    const size = await page.locator('html').evaluate((html) => ({
      width: html.scrollWidth,
      inner: Math.max(...[...html.querySelectorAll('main, main *')].map(({ clientWidth }) => clientWidth)),
      fonts: [...html.querySelectorAll('main :is(textarea, input[type=search])')]
        .filter((field) => field.checkVisibility())
        .map((field) => Number.parseFloat(getComputedStyle(field).fontSize)),
    }));
    expect(size.width, place).toBeLessThanOrEqual(360);
    expect(size.inner, place).toBeLessThanOrEqual(360);
    for (const font of size.fonts) expect(font, place).toBeGreaterThanOrEqual(16);
    expect(await list.isVisible(), place).toBe(place.endsWith('list'));
    expect(await shown.isVisible(), place).toBe(!place.endsWith('list'));
  });
  await list.getByRole('link', { name: /№ \d+/ }).click();
  await expect(shown.getByRole('log')).toBeVisible();
  await shown.getByRole('link', { name: 'К списку обращений' }).click();
  await expect(list).toBeVisible();
});

test('everything goes by keyboard: through the list, into a request, and to a reply', async ({
  visitor,
  agent,
}) => {
  const { page, list, shown, ask, messages } = await visitor();
  const first = await ask('Первое по клавишам');
  await ask('Второе по клавишам');
  const search = list.getByRole('searchbox');
  await search.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(list.getByRole('link', { name: `№ ${first}` })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(shown.getByRole('heading', { level: 2 })).toHaveText(`№ ${first} Первое по клавишам`);
  await expect(shown.getByRole('textbox')).toBeFocused();
  await page.keyboard.type('Ответ с клавиатуры');
  await page.keyboard.press('Enter');
  await expect(messages.last()).toContainText('Ответ с клавиатуры');
  await expect.poll(() => agent.read(first)).toContain('Ответ с клавиатуры');
});

test('a printed thread has its messages, and nothing that one could press', async ({ visitor }) => {
  const { page, list, shown, ask } = await visitor();
  await ask('На бумагу');
  await expect(shown.getByRole('log').getByRole('article')).toHaveCount(1);
  await page.emulateMedia({ media: 'print' });
  await expect(shown.getByRole('heading', { level: 2 })).toBeVisible();
  await expect(shown.getByRole('log')).toContainText('На бумагу');
  await expect(list).toBeHidden();
  // Nothing of a long thread is cut off.
  await expect(shown.getByRole('log')).toHaveCSS('overflow', 'visible');
  const pressable = page.locator('button, input, textarea').filter({ visible: true });
  await expect(pressable).toHaveCount(0);
});
