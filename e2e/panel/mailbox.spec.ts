import { checkAccess } from '../support/check-access';
import { mailAtOnce } from '../support/mail-at-once';
import { expect, test } from './panel-test';

const ANSWERS = 'Ответы, которых я не видел в системе';

test('a demo shows the mail that would have gone out, and it leads to where its reader chooses their mail', async ({
  person,
  agent,
  server,
  ownApp,
}) => {
  await mailAtOnce(server, ownApp.key);
  const somebody = await person({ browser: { viewport: { width: 360, height: 740 } } });
  const { page, ask } = await somebody.tab();
  const number = await ask('Как выгрузить участников?');
  await page.close();
  await agent.answer(number, 'Кнопка «Выгрузить» над списком.');

  const mailbox = await somebody.context.newPage();
  await mailbox.goto(`${server.url}/demo-mail`);
  const mail = mailbox.getByRole('link', { name: `[#${number}]` }).first();
  await expect(async () => {
    await mailbox.reload();
    await expect(mail).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await checkAccess(mailbox);
  await mail.click();
  const shown = mailbox.frameLocator('iframe[title="Письмо"]');
  await expect(shown.getByText('ответьте на это письмо')).toBeVisible();
  const opened = mailbox.waitForEvent('popup');
  await shown.getByRole('link', { name: 'Какие письма приходят' }).click();

  const choice = await opened;
  const answers = choice.getByLabel(ANSWERS);
  await expect(answers).toBeChecked();
  await checkAccess(choice);
  expect(await choice.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  await answers.uncheck();
  await choice.getByRole('button', { name: 'Сохранить' }).click();
  await expect(choice.getByRole('status')).toHaveText('Сохранено.');
  await mailbox.close();
  await choice.goto(choice.url().replace('?saved=1', ''));
  await expect(choice.getByRole('status')).toHaveCount(0);
  await expect(answers).not.toBeChecked();
  await expect(choice.getByRole('checkbox', { checked: true })).toHaveCount(5);
  await server.beseda('settings', 'set', 'mail.unseen_delay_seconds', '120');
});
