import type { Page } from '@playwright/test';
import { checkAccess } from '../support/check-access';
import { expect, test } from './desk-test';

const DESK = { 'x-beseda-desk': '1' };

async function post(page: Page, path: string, data: object) {
  const answer = await page.request.post(`/api/v1/kb/${path}`, { headers: DESK, data });
  expect(answer.status()).toBeLessThan(300);
  return answer;
}

/** A published article; gives its number. */
async function publish(page: Page, title: string, body: string): Promise<number> {
  const made = await post(page, 'articles', { locale: 'ru', title, body, sectionNumber: 1 });
  const { number } = (await made.json()) as { number: number };
  await post(page, `articles/${number}/ru/publish`, {});
  return number;
}

const rowsOf = (page: Page, kind: string, title: string) =>
  page.getByRole('list', { name: kind }).getByRole('listitem').filter({ hasText: title });

test('an article past its date stands among the checks until somebody has looked at it', async ({
  agent,
}) => {
  const page = await agent('anna');
  const number = await publish(page, 'Порядок возврата до проверки', 'Текст.');
  await post(page, 'articles/move', { changes: [{ numbers: [number], checkBy: '2020-01-31' }] });
  await page.goto('/desk/knowledge/checks');
  const row = rowsOf(page, 'Пора проверить', 'Порядок возврата до проверки');
  await expect(row).toContainText('Проверить нужно было до 31 янв. 2020');
  await expect(page.getByRole('navigation').getByRole('link', { name: /^Проверки \d+$/ })).toBeVisible();
  await checkAccess(page);
  await row.getByRole('button', { name: 'Проверено' }).click();
  await expect(row.getByRole('status')).toContainText('Проверить снова до');
  await page.reload();
  await expect(page.getByRole('combobox', { name: 'Что проверить' })).toBeVisible();
  await expect(row).toHaveCount(0);
});

test('links to other sites are checked once an admin wants it, and pictures are looked at', async ({
  agent,
  site,
}) => {
  const page = await agent('anna');
  // To us the own machine is no site that readers could open: it is told without being asked.
  const title = 'Куда ведут ссылки';
  const body = `[сюда](${site.origin}/plain.html) [никуда](article:987654)\n\n![](/help/files/none.png)`;
  const number = await publish(page, title, body);
  await page.goto('/desk/knowledge/checks/links');
  const row = rowsOf(page, 'Ссылки и файлы не открываются', title);
  await expect(row).toContainText('article:987654: такой статьи нет');
  await expect(row).not.toContainText(site.origin);
  const outside = page.getByRole('region', { name: 'Ссылки на другие сайты' });
  await expect(outside).toContainText('Ссылки на другие сайты не проверяются.');
  await outside.getByRole('button', { name: 'Проверять' }).click();
  await expect(outside).toContainText(/Адресов других сайтов в статьях: [1-9]/);
  await expect(row).toContainText(`${site.origin}/plain.html: этот адрес виден не из всего интернета`);
  await expect(row).toContainText(/проверено .+, ответа нет/);
  await expect(outside.getByRole('button', { name: 'Проверить сейчас' })).toBeEnabled();
  await checkAccess(page);
  await outside.getByRole('button', { name: 'Не проверять' }).click();
  await expect(row).not.toContainText(site.origin);

  await page.getByRole('combobox', { name: 'Что проверить' }).selectOption('pictures');
  const picture = rowsOf(page, 'Картинки без описания или с других сайтов', title);
  await expect(picture).toContainText('нет описания для тех, кто картинку не видит');
  await post(page, `articles/${number}/ru/unpublish`, {});
});

test('agents are told who turns the check of other sites on', async ({ agent }) => {
  const page = await agent('mikhail');
  await page.goto('/desk/knowledge/checks/links');
  const outside = page.getByRole('region', { name: 'Ссылки на другие сайты' });
  await expect(outside).toContainText('Включить проверку может администратор.');
  await expect(outside.getByRole('button')).toHaveCount(0);
});

test('on a phone and in the dark the checks fit the screen', async ({ agent }) => {
  const page = await agent('anna');
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  await page.setViewportSize({ width: 360, height: 720 });
  for (const kind of ['stale', 'untranslated', 'links', 'pictures']) {
    await page.goto(`/desk/knowledge/checks/${kind}`);
    await expect(page.getByRole('heading', { name: 'Проверки' })).toBeVisible();
    await expect(page.getByRole('combobox', { name: 'Что проверить' })).toHaveValue(kind);
    await checkAccess(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  }
});
