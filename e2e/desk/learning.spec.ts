import { checkAccess } from '../support/check-access';
import { expect, test } from './desk-test';

/** Letters that no article has; another query for each run. */
const word = () => `щюы${Array.from({ length: 6 }, () => 'бвгджз'[Math.floor(Math.random() * 6)]).join('')}`;

test('a query that found nothing becomes a draft and a synonym, and then finds', async ({ agent }) => {
  const page = await agent('anna');
  const query = word();
  const search = `/api/v1/articles/search?locale=ru&q=${encodeURIComponent(query)}`;
  const find = async () => {
    const headers = { cookie: '', 'user-agent': 'Mozilla/5.0' };
    return (await (await page.request.get(search, { headers })).json()).results.length as number;
  };
  const stranger = await page
    .context()
    .browser()
    ?.newPage({ userAgent: 'Mozilla/5.0 (X11; Linux x86_64) Chrome/148.0' });
  await stranger?.goto(new URL(`/help/ru/search?q=${encodeURIComponent(query)}`, page.url()).href);
  await stranger?.close();

  const row = page.getByRole('row').filter({ hasText: query });
  await expect(async () => {
    await page.goto('/desk/knowledge/reports');
    await expect(row).toBeVisible({ timeout: 1_500 });
  }).toPass();
  await checkAccess(page);
  await row.getByRole('button', { name: 'Написать статью' }).click();
  await expect(row.getByRole('link', { name: 'Черновик' })).toBeVisible();

  await row.getByRole('link', { name: 'Синоним' }).click();
  const synonyms = page.getByRole('textbox', { name: 'Синонимы' });
  await expect(synonyms).toHaveValue(new RegExp(`${query}, $`));
  await synonyms.fill(`${(await synonyms.inputValue()).trimEnd()} выплата`);
  const later = page.getByRole('region', { name: 'Станет' });
  await expect(later.getByRole('link').first()).toBeVisible();
  await expect(page.getByRole('region', { name: 'Сейчас' })).toContainText('Ничего не найдено');
  await checkAccess(page);
  expect(await find()).toBe(0);
  await page.getByRole('button', { name: 'Сохранить' }).click();
  await expect(page.getByRole('region', { name: 'Сейчас' }).getByRole('link').first()).toBeVisible();
  expect(await find()).toBeGreaterThan(0);
});

test('why articles did not help stands in the report, in readers’ own words, of all companies or one', async ({
  agent,
  requester,
}) => {
  const page = await agent('anna');
  const [ours, theirs] = [`Чего-то нет ${word()}`, `Всё не так ${word()}`];
  for (const [as, comment] of [
    ['business', ours],
    ['network', theirs],
  ] as const) {
    const { call } = await requester(as);
    await call('PUT', '/articles/302/vote', { locale: 'ru', helpful: false, reason: 'incomplete', comment });
  }

  await page.goto('/desk/knowledge/reports/votes');
  const row = page.getByRole('row').filter({ hasText: 'Как обработать заявки на выплату' });
  await expect(row).toContainText('Не хватает сведений: ');
  await row.getByText('Слова читателей').click();
  await expect(row.getByText(ours)).toBeVisible();
  await expect(row.getByText(theirs)).toBeVisible();
  await checkAccess(page);
  await page.setViewportSize({ width: 360, height: 720 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await page.getByRole('combobox', { name: 'Компания' }).selectOption('Вита Плюс');
  await row.getByText('Слова читателей: 1').click();
  await expect(row.getByText(ours)).toBeVisible();
  await expect(row.getByText(theirs)).toHaveCount(0);
});

test('on a phone and in the dark reports and rules fit the screen', async ({ agent }) => {
  const page = await agent('anna');
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  await page.setViewportSize({ width: 360, height: 720 });
  for (const [path, title] of [
    ['reports/refused', 'Отчёты'],
    ['reports/tickets', 'Отчёты'],
    ['search-rules', 'Правила поиска'],
  ]) {
    await page.goto(`/desk/knowledge/${path}`);
    await expect(page.getByRole('heading', { name: title ?? '' })).toBeVisible();
    await expect(page.locator('table, textarea').first()).toBeVisible();
    await checkAccess(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  }
});
