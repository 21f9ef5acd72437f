import { randomUUID } from 'node:crypto';
import type postgres from 'postgres';
import { checkAccess } from '../support/check-access';
import { expect, test } from './desk-test';

function asSystem<T>(sql: postgres.Sql, work: (tx: postgres.TransactionSql) => Promise<T>) {
  return sql.begin(async (tx) => {
    await tx`select set_config('beseda.actor', 'system', true)`;
    return work(tx);
  });
}

/** A mail that a server refused, about a ticket of the demo. */
async function addDead(sql: postgres.Sql, recipient: string): Promise<void> {
  await asSystem(
    sql,
    (tx) => tx`
    insert into mail_outbox (id, kind, state, company_id, conversation_id, recipient, data, message_id, attempts, last_error, due_at)
    select ${randomUUID()}, 'confirmation', 'dead', c.company_id, c.id, ${recipient}, '{}', ${randomUUID()}, 1,
      'EENVELOPE 550 5.1.1', now()
    from conversations c join tickets t on t.conversation_id = c.id order by t.number limit 1`,
  );
}

test('an agent sees which mail did not get there and why, and sends it again', async ({ agent, sql }) => {
  const recipient = `${randomUUID()}@nowhere.example`;
  await addDead(sql, recipient);
  const page = await agent('mikhail');
  await page.getByRole('link', { name: 'Почта', exact: true }).click();
  await page.getByRole('link', { name: 'Исходящая почта' }).click();
  await expect(page.getByRole('heading', { name: 'Исходящая почта' })).toBeVisible();
  const row = page.getByRole('listitem').filter({ hasText: recipient });
  await expect(row).toContainText('такого адреса нет (ответ сервера 550 5.1.1)');
  await checkAccess(page);
  await row.getByRole('button', { name: 'Отправить ещё раз' }).click();
  await expect(row).toContainText('Отправляется');
  await expect
    .poll(() =>
      asSystem(
        sql,
        (tx) => tx`select state from mail_outbox where recipient = ${recipient} and state = 'sent'`,
      ),
    )
    .toHaveLength(1);
  await page.getByLabel('Показать').selectOption('sent');
  await expect(page.getByRole('listitem').filter({ hasText: recipient })).toContainText('Отправлено');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/\/desk\/unassigned/);
});

test('an agent takes back what waits, and lets mail go again to an address that takes it', async ({
  agent,
  sql,
}) => {
  const number = await asSystem(sql, async (tx) => {
    const [ticket] = await tx<{ number: number; email: string }[]>`
      select t.number::int, p.email from tickets t join conversations c on c.id = t.conversation_id
        join people p on p.id = c.person_id where p.email is not null order by t.number limit 1`;
    await tx`
      insert into bounced_addresses (address, status, failures, last_at, marked_at)
      values (lower(${ticket?.email ?? ''}), '5.1.1', 1, now(), now())`;
    return ticket?.number ?? 0;
  });
  const page = await agent();
  await page.goto(`/desk/tickets/${number}`);
  const asker = page.getByRole('region', { name: 'Кто спрашивает' });
  await expect(asker).toContainText('больше не отправляются');
  await asker.getByRole('button', { name: 'Снова отправлять' }).click();
  await expect(asker).not.toContainText('больше не отправляются');

  const waiting = `${randomUUID()}@nowhere.example`;
  await addDead(sql, waiting);
  await asSystem(
    sql,
    (tx) => tx`
      update mail_outbox set state = 'waiting', last_error = null, due_at = now() + interval '1 hour'
      where recipient = ${waiting}`,
  );
  await page.setViewportSize({ width: 360, height: 720 });
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  await page.goto('/desk/mail/out');
  await page.getByLabel('Показать').selectOption('waiting');
  const row = page.getByRole('listitem').filter({ hasText: waiting });
  await row.getByRole('button', { name: 'Отменить отправку' }).click();
  await expect(row).toContainText('Отменено');
  await expect(row.getByRole('button', { name: 'Отправить ещё раз' })).toBeVisible();
  await checkAccess(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});
