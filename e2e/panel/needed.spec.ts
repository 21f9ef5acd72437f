import { expect, test } from './panel-test';

const COMPANY = { id: 'needed', name: 'Соседи', plan: 'start', region: 'RU' };

test('what a colleague opened on this page is offered there before anything is written, and not to other companies', async ({
  person,
}) => {
  const first = await (await person({ sub: 'needed-1', company: COMPANY })).tab();
  await first.field.fill('не пришла выплата на карту');
  const hit = first.panel.locator('.hit').first();
  const title = (await hit.locator('b').textContent()) ?? '';
  await hit.click();
  await expect(first.panel.getByRole('heading', { level: 2, name: title })).toBeVisible();

  const colleague = await (await person({ sub: 'needed-2', company: COMPANY })).tab();
  await expect(colleague.panel.getByRole('heading', { name: 'Об этой странице' })).toBeVisible();
  await expect(colleague.panel.getByRole('button', { name: title })).toBeVisible();

  // Of another plan: what several people at companies of the same one needed is offered too.
  const elsewhere = { ...COMPANY, id: 'needed-elsewhere', name: 'Другие', plan: 'network' };
  const stranger = await (await person({ sub: 'needed-3', company: elsewhere })).tab();
  await stranger.field.fill('не пришла выплата на карту');
  await expect(stranger.panel.getByRole('button', { name: title })).toBeVisible();
  await stranger.field.fill('');
  await expect(stranger.panel.locator('.hit')).toHaveCount(0);
});
