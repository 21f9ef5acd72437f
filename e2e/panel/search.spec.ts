import { checkAccess } from '../support/check-access';
import { expect, test } from './panel-test';

test('a search finds while one types, by section and with the spelling that was meant, and is there after reading', async ({
  person,
}) => {
  const { page, panel, field } = await (await person()).tab();
  await panel.getByRole('button', { name: 'Искать в статьях' }).click();
  await expect(field).toBeFocused();
  await field.pressSequentially('участник');
  const told = panel.getByRole('status').filter({ hasText: /\d/ });
  await expect(told).toHaveText(/Нашлось статей: \d\d/);
  await expect(panel.locator('.hit')).toHaveCount(10);
  await panel.getByRole('button', { name: 'Показать ещё' }).click();
  await expect(panel.locator('.hit').nth(10)).toBeFocused();

  const section = panel.getByRole('combobox', { name: 'Раздел' });
  const choice = (await section.getByRole('option').nth(1).textContent()) ?? '';
  await section.selectOption(choice);
  await expect(told).toHaveText(`Нашлось статей: ${/\((\d+)\)$/.exec(choice)?.[1]}`);

  await field.fill('кашелёк');
  await panel.getByRole('button', { name: /^кошел/ }).click();
  await expect(field).toHaveValue(/^кошел/);
  await expect(field).toBeFocused();
  await expect(panel.locator('.hit mark').first()).toBeVisible();
  await checkAccess(page);
  await field.press('ArrowDown');
  const first = panel.locator('.hit').first();
  await expect(first).toBeFocused();
  const title = (await first.locator('b').textContent()) ?? '';
  await first.press('Enter');
  await expect(panel.getByRole('heading', { level: 2, name: title })).toBeFocused();
  await panel.getByRole('button', { name: 'Назад' }).click();
  await expect(field).toHaveValue(/^кошел/);
  await expect(panel.locator('.hit').first()).toContainText(title);
});

test('what is not found leads to the closest, and to a question that begins with the query', async ({
  person,
}) => {
  const { panel, field } = await (await person()).tab();
  await panel.getByRole('button', { name: 'Искать в статьях' }).click();
  await panel.locator('.find').waitFor();
  await field.fill('кошелёчница');
  await expect(panel.getByText('По запросу ничего не нашлось')).toBeVisible();
  await expect(panel.getByRole('heading', { name: 'Самое близкое из того, что есть' })).toBeVisible();
  await panel.getByRole('button', { name: 'Задать вопрос' }).click();
  await expect(panel.getByRole('button', { name: 'Отправить', exact: true })).toBeVisible();
  await expect(field).toHaveValue('кошелёчница');
});

test('what was searched stays for the same person in this browser, until it is cleared', async ({
  person,
}) => {
  const me = await person();
  const first = await me.tab();
  await first.panel.getByRole('button', { name: 'Искать в статьях' }).click();
  await first.panel.locator('.find').waitFor();
  await first.field.fill('выплата на карту');
  await first.field.press('Enter');
  await expect(first.panel.locator('.hit').first()).toBeVisible();

  const { panel, field } = await me.tab();
  await panel.getByRole('button', { name: 'Искать в статьях' }).click();
  const recent = panel.getByRole('region', { name: 'Вы недавно искали' });
  await recent.getByRole('button', { name: 'выплата на карту' }).click();
  await expect(field).toHaveValue('выплата на карту');
  await expect(field).toBeFocused();
  await expect(panel.locator('.hit mark').first()).toBeVisible();
  await field.fill('');
  await recent.getByRole('button', { name: 'Очистить' }).click();
  await expect(recent).toHaveCount(0);
});

test('the search says so where the server is not reached, and tries again', async ({ person }) => {
  const me = await person();
  const { panel, field } = await me.tab();
  await panel.getByRole('button', { name: 'Искать в статьях' }).click();
  await me.context.route('**/articles/look-up?**', (route) => route.abort());
  await panel.locator('.find').waitFor();
  await field.fill('выплата');
  await expect(panel.getByRole('alert')).toContainText('Не получилось загрузить.');
  await me.context.unroute('**/articles/look-up?**');
  await panel.getByRole('button', { name: 'Повторить' }).click();
  await expect(panel.locator('.hit').first()).toBeVisible();
});
