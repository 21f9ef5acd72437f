import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type postgres from 'postgres';
import { checkAccess } from '../support/check-access';
import { sendMail } from '../support/send-mail';
import { expect, test } from './desk-test';

/** The same pages, on a phone in the dark. */
const PHONE = { width: 360, height: 720 };

function compose(from: string, subject: string): string[] {
  return [
    `From: "Ольга" <${from}>`,
    'To: support@desk.example',
    `Message-ID: <${randomUUID()}@vita.example>`,
    'Date: Fri, 27 Nov 2026 09:00:00 +0000',
    `Subject: ${subject}`,
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary=edge',
    '',
    '--edge',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
    '',
    'Где мой вывод?',
    '',
    'Ольга',
    '',
    '--edge',
    'Content-Type: text/csv; name=orders.csv',
    'Content-Disposition: attachment; filename=orders.csv',
    '',
    'a;b',
    '--edge--',
  ];
}

/** As if its handling had failed each time. */
async function park(sql: postgres.Sql, subject: string): Promise<void> {
  await sql.begin(async (tx) => {
    await tx`select set_config('beseda.actor', 'system', true)`;
    await tx`
      update inbound_mails set state = 'parked', reason = 'failed', detail = 'TypeError'
      where mail ->> 'subject' = ${subject}`;
  });
}

test('an agent reads what came in by mail and why it was not taken, gets the raw mail and has it handled again', async ({
  agent,
  server,
  sql,
}) => {
  const subject = `Вывод ${randomUUID()}`;
  const from = `${randomUUID()}@stranger.example`;
  await sendMail(server.mailPort, { from, to: 'support@desk.example', lines: compose(from, subject) });
  const page = await agent('mikhail');
  await page.getByRole('link', { name: 'Почта', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Входящая почта' })).toBeVisible();
  const row = page.getByRole('listitem').filter({ hasText: subject });
  await page.getByLabel('Отправитель или тема').fill(subject);
  await expect(row).toContainText('Отправитель неизвестен');
  await row.getByText('Письмо', { exact: true }).click();
  await expect(row.getByRole('region', { name: 'Письмо' })).toContainText('Где мой вывод?');
  await expect(row.getByRole('list', { name: 'Файлы' })).toContainText('orders.csv');
  await checkAccess(page);

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    row.getByRole('link', { name: 'Исходник (.eml)' }).click(),
  ]);
  expect(await readFile(await download.path(), 'utf8')).toContain(`Subject: ${subject}`);

  await park(sql, subject);
  await page.setViewportSize(PHONE);
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  await page.getByLabel('Показать').selectOption({ label: 'не разобранные' });
  await expect(row).toContainText('TypeError');
  await checkAccess(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
  await row.getByRole('button', { name: 'Обработать ещё раз' }).press('Enter');
  await expect(row).toContainText('Обработано: не принято');
});

test('an agent lets in what does not prove to be its sender’s, and refuses another', async ({
  agent,
  requester,
  server,
  sql,
}) => {
  await requester('business');
  const [known] = await sql.begin(async (tx) => {
    await tx`select set_config('beseda.actor', 'system', true)`;
    return tx<{ email: string }[]>`
      select email from people where role = 'staff' and email is not null
        and (select count(*) from people o where o.email = people.email) = 1 limit 1`;
  });
  const from = known?.email ?? '';
  const [good, bad] = [`Вывод ${randomUUID()}`, `Счёт ${randomUUID()}`];
  for (const subject of [good, bad])
    await sendMail(server.mailPort, { from, to: 'support@desk.example', lines: compose(from, subject) });
  const page = await agent();
  await page.goto('/desk/mail/in');
  await page.getByLabel('Показать').selectOption({ label: 'ждут решения' });
  const rowOf = (subject: string) => page.getByRole('listitem').filter({ hasText: subject });
  await expect(rowOf(good)).toContainText('не доказало, что оно от него');
  await rowOf(bad).getByRole('button', { name: 'Отклонить' }).click();
  await expect(rowOf(bad)).toContainText('Обработано: не принято');
  await rowOf(good).getByRole('button', { name: 'Впустить' }).click();
  await expect(rowOf(good)).toContainText('Обработано: принято');
  await rowOf(good)
    .getByRole('link', { name: /^#\d+$/ })
    .click();
  await expect(page.getByRole('heading', { name: good })).toBeVisible();
});

test('an admin without a mailbox reads how to set one up, and where mail is taken by SMTP', async ({
  agent,
  server,
}) => {
  const page = await agent();
  await page.goto('/desk/mail/in');
  await page.getByText('Почтовые ящики и приём по SMTP').click();
  await expect(page.getByText('Ящиков нет')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Пример' })).toContainText('IMAP_URL=');
  await expect(page.getByText(`127.0.0.1:${server.mailPort}`)).toBeVisible();
  await checkAccess(page);
});

test('an admin makes the secret that mail is signed with when it is handed over by HTTP', async ({
  agent,
}) => {
  const page = await agent();
  await page.goto('/desk/mail/webhook');
  await expect(page.getByText('письма по HTTP не принимаются')).toBeVisible();
  await page.getByRole('button', { name: 'Сделать секрет' }).click();
  const secret = page.getByRole('region', { name: 'Секрет' });
  await expect(secret).toHaveText(/^[\w-]{43}\s*$/);
  const first = await secret.textContent();
  await checkAccess(page);
  await page.getByRole('button', { name: 'Заменить секрет' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Заменить секрет' }).click();
  await expect(secret).not.toHaveText(first ?? '');
  await page.getByRole('button', { name: 'Больше не принимать' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Больше не принимать' }).click();
  await expect(page.getByText('письма по HTTP не принимаются')).toBeVisible();
});
