import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '../fixtures';
import type { Server } from '../support/server-process';

test.use({ baseURL: async ({ server }, use) => use(server.url) });

const LONG = 'Текст, который занимает место. '.repeat(60);
const ARTICLE = `---
number: 9001
locale: ru
title: Статья с картинкой
section: Проба чтения
---

${LONG}

## Первая часть

![Значок](/favicon.ico){width=48}

${LONG}

## Вторая часть

| Столбец с длинным названием | Другой столбец | Третий столбец | Четвёртый |
|---|---|---|---|
| неразрывноедлинноесловобезпробелов | два | три | четыре |

${LONG}

## Третья часть

${LONG}
`;
const PATH = '/help/ru/article/9001';

async function publish(server: Server): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'beseda-reading-'));
  await mkdir(join(folder, 'ru'));
  await writeFile(join(folder, 'ru', '9001.md'), ARTICLE);
  await server.beseda('kb', 'import', folder);
  await rm(folder, { recursive: true });
}

test.beforeAll(async ({ server, request }) => {
  await publish(server);
  await expect.poll(async () => (await request.get(server.url + PATH)).status()).toBe(200);
});

test('an image opens large over the page and goes by the keyboard, back to where one was', async ({
  page,
}) => {
  await page.goto(PATH);
  const image = page.getByRole('link', { name: 'Увеличить: Значок' });
  await image.click();
  const large = page.getByRole('dialog', { name: 'Значок' });
  await expect(large.getByRole('img', { name: 'Значок' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(large).toHaveCount(0);
  await expect(image).toBeFocused();
});

test('the contents list leads to the parts and marks the one that is read', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 800 });
  await page.goto(PATH);
  const contents = page.getByRole('navigation', { name: 'На этой странице' });
  await contents.getByRole('link', { name: 'Вторая часть' }).click();
  await expect(page).toHaveURL(/#h-/);
  await expect(page.getByRole('heading', { name: 'Вторая часть' })).toBeInViewport();
  await expect(contents.getByRole('link', { name: 'Вторая часть' })).toHaveAttribute(
    'aria-current',
    'location',
  );
  await expect(contents.locator('[aria-current]')).toHaveCount(1);
  await expect(contents).toBeInViewport();
});

test('a wide table scrolls inside, and the page does not, on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(PATH);
  const table = page.getByRole('group', { name: 'Таблица' });
  const [scrolls, pageScrolls] = await table.evaluate((group) => [
    group.scrollWidth > group.clientWidth,
    document.documentElement.scrollWidth > innerWidth,
  ]);
  expect([scrolls, pageScrolls]).toEqual([true, false]);
});

test('on paper there is the text, with where it stands, and nothing to click', async ({ page }) => {
  await page.goto(PATH);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('.article-body')).toBeVisible();
  for (const gone of ['body > header', 'body > footer', '.tree', '.toc', '.vote', '.ask', '.neighbours'])
    for (const part of await page.locator(gone).all()) await expect(part, gone).toBeHidden();
  const address = await page.locator('main').evaluate((main) => getComputedStyle(main, '::after').content);
  expect(address).toContain('/help/ru/article/9001-');
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('an image leads to its file, and on a phone the contents unfold', async ({ page, server }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto(PATH);
    await expect(page.getByRole('link', { name: 'Увеличить: Значок' })).toHaveAttribute(
      'href',
      '/favicon.ico',
    );
    for (const name of ['Разделы базы знаний', 'На этой странице']) {
      const nav = page.getByRole('navigation', { name });
      await expect(nav.getByRole('link')).toHaveCount(0);
      await nav.locator('.fold > summary').click();
      await expect(nav.getByRole('link').first()).toBeVisible();
    }
    const section = page.locator('.tree summary', { hasText: 'Кошельки и выплаты' });
    await section.click();
    await page
      .getByRole('navigation', { name: 'Разделы базы знаний' })
      .getByRole('link', { name: 'Реестр выплат для банка' })
      .click();
    await expect(page).toHaveURL(new RegExp(`^${server.url}/help/ru/article/306-`));
  });
});
