import { AxeBuilder } from '@axe-core/playwright';
import type postgres from 'postgres';
import { expect, test } from './desk-test';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** As if its time had passed just now; the next sweep finds out. */
async function letPass(sql: postgres.Sql, number: number): Promise<void> {
  await sql.begin(async (tx) => {
    await tx`select set_config('beseda.actor', 'system', true)`;
    await tx`
      update clocks set due_at = now(), next_alert_at = now(), alert_level = 1
      from tickets where tickets.conversation_id = clocks.conversation_id and tickets.number = ${number}`;
  });
}

test('an agent sees what is due and why, is told when it passes, and finds it in the list', async ({
  agent,
  requester,
  sql,
}) => {
  const subject = `Не сходится остаток ${Date.now()}`;
  const { number } = await (await requester('business')).ask('Остаток на складе другой.', subject);
  const page = await agent();
  const row = page.getByRole('link', { name: new RegExp(subject) });
  await Promise.all([page.waitForResponse('**/api/v1/desk/alerts'), page.reload()]);
  await expect(row).toContainText(/срок /);
  await letPass(sql, number);
  const toast = page.getByRole('status', { name: 'Сроки' });
  await expect(toast).toContainText(`#${number} ${subject}`);
  await expect(toast).toContainText('Первый ответ: срок прошёл');
  await expect(row).toContainText('есть предупреждение о сроке');
  const button = page.getByRole('button', { name: /Сроки.*непросмотренных/ });
  await expect(button).toBeVisible();

  await button.click();
  const list = page.getByRole('dialog', { name: 'Сроки' });
  await expect(list).toBeVisible();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect((await new AxeBuilder({ page }).withTags(TAGS).analyze()).violations).toEqual([]);
  }
  await list.getByRole('link', { name: new RegExp(subject) }).click();
  await expect(page.getByText(/первый ответ: срок .* прошёл/)).toBeVisible();
  const details = page.getByRole('region', { name: 'Сроки' });
  await expect(details).toContainText('Первый ответ');
  await expect(details).toContainText(/\d\d:\d\d .* \+ 2 ч рабочего времени.* → \d\d:\d\d/);
  await expect(row).not.toContainText('есть предупреждение о сроке');
});

test('a deadline stands still with the status, and is kept by the answer', async ({ agent, requester }) => {
  const subject = `Нет доступа ${Date.now()}`;
  const asker = await requester('enterprise');
  const { number } = await asker.ask('Сотрудник не входит.', subject);
  const page = await agent();
  await page.getByRole('link', { name: new RegExp(subject) }).click();
  const details = page.getByRole('region', { name: 'Сроки' });
  await expect(details).toContainText(/до \d\d:\d\d/);
  await page.getByLabel('Статус').selectOption('pending');
  await expect(details).toContainText('стоит: ждём клиента');
  await asker.say(number, 'Логин ivanova');
  await expect(details).toContainText(/до \d\d:\d\d/);
  await page.keyboard.press('r');
  await page.keyboard.type('Доступ открыт');
  await page.keyboard.press('Control+Enter');
  await expect(details).toContainText(/сделано: сегодня в \d\d:\d\d/);
});
