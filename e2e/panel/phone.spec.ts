import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from './panel-test';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

test('a company in Russia sees the number, its hours and a code that carries what was begun', async ({
  person,
  server,
}) => {
  const { field, panel, page } = await (await person()).tab();
  await field.fill('Не вижу выплату');
  await panel.getByRole('button', { name: 'Позвонить' }).click();
  const dialog = panel.getByRole('dialog', { name: 'Позвонить в поддержку' });
  await expect(dialog.getByRole('link', { name: '+7 495 000-12-34' })).toBeVisible();
  await expect(dialog.getByText(/Сейчас (не )?отвечают/)).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  const code = (await dialog.locator('.code').textContent()) ?? '';
  const token = await server.beseda('token', 'create', '--name', 'Phone');
  const found = await fetch(`${server.url}/api/v1/desk/callers`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ q: code }),
  });
  const { results } = (await found.json()) as { results: unknown[] };
  expect(results).toMatchObject([{ by: 'code', text: 'Не вижу выплату', page: { url: page.url() } }]);
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(panel.getByRole('button', { name: 'Позвонить' })).toBeFocused();
  await expect(field).toHaveValue('Не вижу выплату');
});

test('a company elsewhere sees no number', async ({ person }) => {
  const company = { id: 'altyn', name: 'Алтын', plan: 'start', region: 'KZ' };
  const { panel } = await (await person({ company })).tab();
  await expect(panel.locator('.outlook')).toContainText(/ответим/i);
  await expect(panel.getByRole('button', { name: 'Позвонить' })).toHaveCount(0);
});
