import { type MailboxServer, startHoodiecrow } from '../../server/testing/mailbox-servers';
import { checkAccess } from '../support/check-access';
import { startServer } from '../support/server-process';
import { test as base, expect } from './desk-test';

const PHONE = { width: 360, height: 720 };

/** One mailbox as it should be, and one whose password is wrong. */
const test = base.extend<object, { mailbox: MailboxServer }>({
  mailbox: [
    async ({}, use) => {
      const mailbox = await startHoodiecrow();
      await use(mailbox);
      await mailbox.close();
    },
    { scope: 'worker' },
  ],
  server: [
    async ({ mailbox }, use) => {
      const { user, password, port } = mailbox;
      const good = `imap://${user}:${password}@127.0.0.1:${port}/INBOX?done=Done`;
      const bad = `imap://stranger:wrong@127.0.0.1:${port}/INBOX`;
      const server = await startServer({ IMAP_URL: `${good} ${bad}` });
      await use(server);
      await server.close();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
});

test('an admin sees how each mailbox is, tests it step by step, and reads what to do', async ({
  agent,
  mailbox,
}) => {
  await mailbox.deliver('From: olga@vita.example\r\nSubject: First\r\n\r\nText.\r\n');
  const page = await agent();
  await page.goto('/desk/mail/in');
  await page.getByText('Почтовые ящики и приём по SMTP').press('Enter');
  const rows = page.getByRole('list', { name: 'Почтовые ящики' }).locator('> li');
  const [good, bad] = [rows.nth(0), rows.nth(1)];
  await expect(good).toContainText('Подключён');
  await expect(good).toContainText('Последнее письмо:');
  await expect(bad).toContainText('Пробуем снова');
  await expect(bad).toContainText('сервер не принял имя или пароль');
  await expect(page.getByText('самоподписанный сертификат')).toBeVisible();

  await good.getByRole('button', { name: 'Проверить' }).click();
  await expect(good).toContainText('Всё в порядке. Писем в папке: 0.');
  await expect(good.getByRole('listitem')).toHaveText([
    /Сервер отвечает: да/,
    /Имя и пароль приняты: да/,
    /Папка для принятых писем есть: да/,
    /Папка с почтой открыта: да/,
  ]);
  await page.setViewportSize(PHONE);
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  await bad.getByRole('button', { name: 'Проверить' }).press('Enter');
  await expect(bad.getByRole('listitem')).toHaveText([
    /Сервер отвечает: да/,
    /Имя и пароль приняты: нет/,
    /Папка с почтой открыта: не проверяли/,
  ]);
  await expect(bad).toContainText('Проверьте имя и пароль в IMAP_URL');
  await checkAccess(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
});

test('an agent who is no admin is not shown how mail comes in', async ({ agent }) => {
  const page = await agent('mikhail');
  await page.goto('/desk/mail/in');
  await expect(page.getByLabel('Отправитель или тема')).toBeVisible();
  await expect(page.getByText('Почтовые ящики и приём по SMTP')).toHaveCount(0);
});
