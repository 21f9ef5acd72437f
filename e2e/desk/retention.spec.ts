import { checkAccess } from '../support/check-access';
import { expect, test } from './desk-test';

test('before old tickets are given up, the page says how many go, and asks', async ({
  agent,
  requester,
  sql,
}) => {
  const asker = await requester('start');
  const { number } = await asker.ask('Давний вопрос');
  await sql.begin(async (tx) => {
    await tx`select set_config('beseda.actor', 'system', true)`;
    await tx`update tickets set status = 'closed', updated_at = now() - interval '400 days' where number = ${number}`;
  });
  const page = await agent('anna');
  await page.goto('/desk/settings/retention');
  const rule = page.getByRole('form', { name: 'Решённые и закрытые обращения' });
  await rule.getByRole('combobox').selectOption({ label: 'Удалять через заданное число дней' });
  await expect(rule.getByText('Ближайшей ночью удалится: 1 обращение.')).toBeVisible();
  await rule.getByRole('spinbutton').fill('401');
  await expect(rule.getByText('Ближайшей ночью удалять нечего.')).toBeVisible();
  await rule.getByRole('spinbutton').fill('29');
  await expect(rule.getByText('Не меньше 30.')).toBeVisible();
  await rule.getByRole('spinbutton').fill('399');
  await checkAccess(page);
  await page.getByRole('link', { name: 'Общие' }).click();
  await page.getByRole('button', { name: 'Остаться' }).click();
  await rule.getByRole('button', { name: 'Сохранить' }).click();
  await expect(page.getByText(/^Решённые и закрытые обращения\. Ближайшей ночью удалится: 1/)).toBeVisible();
  await checkAccess(page);
  await page.getByRole('button', { name: 'Сохранить и удалять' }).click();
  await expect(rule.getByText('Сохранено.')).toBeVisible();
  await expect(page.getByText('значение: 0 399')).toBeVisible();
  expect(
    (await page.request.get(`/api/v1/tickets/${number}`, { headers: { 'x-beseda-desk': '1' } })).status(),
  ).toBe(200);
});

test('on a phone and in the dark the rules fit the screen', async ({ agent }) => {
  const page = await agent('anna');
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  await page.setViewportSize({ width: 360, height: 720 });
  await page.goto('/desk/settings/retention');
  await expect(
    page.getByRole('form', { name: 'Предупреждения о сроках' }).getByRole('spinbutton'),
  ).toHaveValue('90');
  await checkAccess(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});
