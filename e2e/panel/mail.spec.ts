import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { mailAtOnce } from '../support/mail-at-once';
import { sendMail } from '../support/send-mail';
import { findFreePort, type Server, startServer } from '../support/server-process';
import { test as base, expect } from './panel-test';

/** A server that takes mail too. */
const test = base.extend<object, { smtpPort: number }>({
  smtpPort: [async ({}, use) => use(Number(await findFreePort())), { scope: 'worker' }],
  server: [
    async ({ smtpPort }, use) => {
      const server = await startServer({ INBOUND_SMTP_PORT: String(smtpPort), MAIL_DOMAIN: 'desk.example' });
      await use(server);
      await server.close();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
});

const COMPANY = { id: 'by-mail', name: 'Ромашка', plan: 'start', region: 'RU' };

test('a question from the widget goes on by mail and comes back to it', async ({
  person,
  agent,
  server,
  smtpPort,
  browser,
  ownApp,
}) => {
  await server.beseda('settings', 'set', 'mail.authentication', 'none');
  await mailAtOnce(server, ownApp.key);
  const somebody = await person({ sub: 'vera', name: 'Вера Лис', company: COMPANY });
  const { page, ask } = await somebody.tab();
  const number = await ask('Как выгрузить участников?');
  await page.close();
  await agent.answer(number, 'Кнопка «Выгрузить» над списком.');

  const mail = await findMail(server, number);
  await sendMail(smtpPort, {
    from: 'vera@romashka.example',
    to: mail.replyTo,
    lines: answerTo(mail, number),
  });
  await expect.poll(() => agent.read(number)).toContain('Кнопки нет. Что делать?');

  const desk = await browser.newPage({ locale: 'ru-RU', baseURL: server.url });
  await desk.goto(await server.beseda('agent', 'link', '--email', 'anna@desk.example'));
  await desk.getByRole('link', { name: /^Без исполнителя \d/ }).waitFor();
  await desk.goto(`/desk/tickets/${number}`);
  const message = desk.locator('.message').filter({ hasText: 'Кнопки нет' });
  await expect(message).toContainText('Письмо от vera@romashka.example');
  const quote = message.getByText('Кнопка «Выгрузить» над списком.');
  await expect(quote).toBeHidden();
  await message.getByText('Показать цитату').click();
  await expect(quote).toBeVisible();
  await message.getByRole('button', { name: 'Показать письмо' }).click();
  const frame = desk.frameLocator('dialog iframe');
  await expect(frame.locator('b')).toHaveText('Кнопки нет.');
  await expect(frame.locator('img')).not.toHaveAttribute('src');
  await desk.getByRole('button', { name: 'Загрузить картинки' }).click();
  await expect(frame.locator('img')).toHaveAttribute('src', 'https://pictures.example/logo.png');
  await desk.getByRole('button', { name: 'Закрыть' }).click();
  const field = desk.getByRole('form', { name: 'Ответ' }).getByRole('textbox');
  await field.fill('Права на выгрузку даёт администратор.');
  await field.press('Control+Enter');
  await expect(desk.locator('.message').last()).toContainText('Права на выгрузку');
  await desk.close();

  const { panel, messages } = await somebody.tab();
  await panel.getByRole('button', { name: /Мои обращения/ }).click();
  await panel.locator('.row').first().click();
  await expect(messages).toHaveCount(4);
  await expect(messages.nth(2)).toContainText('Кнопки нет. Что делать?');
  await expect(messages.nth(2)).toContainText('Письмом');
  await expect(messages.nth(2)).not.toContainText('pictures.example');
  await expect(messages.nth(3)).toContainText('Права на выгрузку даёт администратор.');
});

interface FoundMail {
  messageId: string;
  replyTo: string;
}

/** The answer as it was mailed; here mail that goes out is kept as files. */
async function findMail(server: Server, number: number): Promise<FoundMail> {
  const folder = join(server.dataDir, 'mail');
  let found: FoundMail | null = null;
  await expect
    .poll(async () => {
      for (const name of await readdir(folder).catch(() => [])) {
        if (!name.endsWith('.eml')) continue;
        const raw = await readFile(join(folder, name), 'utf8');
        const head = (raw.split('\r\n\r\n', 1)[0] ?? '').replace(/\r\n[ \t]+/g, ' ');
        const messageId = /^Message-ID: <([^>]+)>/im.exec(head)?.[1];
        const replyTo = /^Reply-To: .*?(support\+[0-9a-z]+@desk\.example)/im.exec(head)?.[1];
        if (raw.includes(`[#${number}]`) && messageId && replyTo) found = { messageId, replyTo };
      }
      return found;
    })
    .not.toBeNull();
  if (!found) throw new Error('No mail.');
  return found;
}

function answerTo({ messageId, replyTo }: FoundMail, number: number): string[] {
  return [
    'From: Vera <vera@romashka.example>',
    `To: ${replyTo}`,
    `Subject: Re: [#${number}] Question`,
    'Message-ID: <answer-1@romashka.example>',
    `In-Reply-To: <${messageId}>`,
    'MIME-Version: 1.0',
    'Content-Type: multipart/alternative; boundary=b',
    '',
    '--b',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'Кнопки нет. Что делать?',
    '',
    '27.11.2026 12:00, Служба поддержки пишет:',
    '> Кнопка «Выгрузить» над списком.',
    '',
    '--b',
    'Content-Type: text/html; charset=utf-8',
    '',
    '<p><b>Кнопки нет.</b> Что делать?</p><img src="https://pictures.example/logo.png"><script>top.x = 1</script>',
    '<blockquote type="cite">Кнопка «Выгрузить» над списком.</blockquote>',
    '--b--',
  ];
}
