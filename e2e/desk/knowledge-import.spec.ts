import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { checkAccess } from '../support/check-access';
import { expect, test } from './desk-test';

const file = (name: string, text: string) => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(text),
});
const article = (title: string, slug: string, text: string) =>
  `---\ntitle: ${title}\nslug: ${slug}\nlocale: ru\nsection: Проверка импорта\nvisibility: agents\n---\n\n${text}\n`;

async function openImport(page: Page): Promise<void> {
  await page.goto('/desk/knowledge/import');
  await page.getByRole('button', { name: 'Выбрать файлы…' }).waitFor();
}

async function choose(page: Page, ...files: ReturnType<typeof file>[]): Promise<void> {
  const asked = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Выбрать файлы…' }).click();
  await (await asked).setFiles(files);
}

test('an admin tries files, sees what would change and why not, and takes them in', async ({ agent }) => {
  const page = await agent('anna');
  await openImport(page);
  await expect(page.getByRole('button', { name: 'Проверить' })).toBeDisabled();
  await choose(
    page,
    file('good.md', article('Импортированная статья', 'imported-page', 'Текст.')),
    file('bad.md', '---\nslug: bad\n---\n\nТекст'),
  );
  await page.getByRole('button', { name: 'Проверить' }).click();
  await expect(page.getByRole('heading', { name: 'Что изменится' })).toBeFocused();
  await expect(page.getByText('Появятся: 1')).toBeVisible();
  await expect(page.getByText('bad.md: нет названия')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Импортированная статья' })).toHaveCount(0);
  await checkAccess(page);

  await page.getByRole('button', { name: 'Убрать bad.md' }).click();
  await expect(page.getByRole('heading', { name: 'Что изменится' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Проверить' }).click();
  await page.getByRole('button', { name: 'Импортировать', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Импортировано' })).toBeFocused();
  await page.getByRole('link', { name: 'Импортированная статья' }).click();
  await expect(page).toHaveURL(/\/desk\/knowledge\/articles\/\d+\/ru$/);

  await openImport(page);
  await choose(page, file('good.md', article('Импортированная статья', 'imported-page', 'Текст.')));
  await page.getByRole('button', { name: 'Проверить' }).click();
  await expect(page.getByText('Уже такие: 1')).toBeVisible();
  await expect(page.getByText('Менять нечего: всё это здесь уже есть.')).toBeVisible();
});

test('what cannot be read is told, and nothing is lost', async ({ agent }) => {
  const page = await agent('anna');
  await openImport(page);
  await choose(page, file('kb.zip', 'PK but no archive'), file('a.json', '{}'));
  await page.getByRole('button', { name: 'Проверить' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Это не zip-архив' })).toBeVisible();
  await page.getByRole('button', { name: 'Убрать kb.zip' }).click();
  await page.getByRole('button', { name: 'Проверить' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Непонятно, что это за файлы' })).toBeVisible();
  await page.route('**/api/v1/kb/import**', (route) => route.abort());
  await page.getByRole('button', { name: 'Проверить' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Сервер не отвечает' })).toBeVisible();
  await expect(page.getByRole('list', { name: 'Выбранные файлы' })).toContainText('a.json');
});

test('the knowledge base goes out as an archive of one language', async ({ agent }) => {
  const page = await agent('anna');
  await openImport(page);
  await page.getByRole('combobox', { name: 'Язык' }).selectOption('en');
  await page.getByRole('checkbox', { name: 'И то, что ещё пишется' }).check();
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Скачать архив' }).click();
  const download = await saved;
  expect(download.suggestedFilename()).toMatch(/^knowledge-base-.*\.zip$/);
  const names = (await readFile(await download.path())).toString('latin1');
  expect(names).toMatch(/en\/\d+-[\w-]+\.md/);
  expect(names).not.toContain('ru/');
  await expect(page.getByText(/^Архив скачан/)).toBeVisible();
});

test('on a phone and in the dark it fits the screen; agents are told that it is for admins', async ({
  agent,
}) => {
  const admin = await agent('anna');
  await admin.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  await admin.setViewportSize({ width: 360, height: 720 });
  await openImport(admin);
  await choose(admin, file('a-very-long-name-of-a-file-that-does-not-fit-on-one-line.md', 'text'));
  await admin.getByRole('button', { name: 'Проверить' }).click();
  await expect(admin.getByText('Не берётся: 1')).toBeVisible();
  await checkAccess(admin);
  expect(await admin.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);

  const page = await agent('mikhail');
  await page.goto('/desk/knowledge/import');
  await expect(page.getByText('Импорт и экспорт — для администраторов')).toBeVisible();
  await expect(page.getByRole('navigation').getByRole('link', { name: 'Импорт и экспорт' })).toHaveCount(0);
});
