import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checkAccess } from '../support/check-access';
import { mailAtOnce } from '../support/mail-at-once';
import { expect, test } from './panel-test';

const COMPANY = { id: 'rating', name: 'Ромашка', plan: 'start', region: 'RU' };

test('who was helped says how, once, and may say otherwise while it is solved', async ({ person, agent }) => {
  const { page, ask, panel } = await (await person({ company: COMPANY })).tab();
  const number = await ask('Как сменить пароль?');
  const rating = panel.locator('.rating');
  await agent.answer(number, 'В профиле, кнопка «Сменить».');
  await expect(rating).toHaveCount(0);
  await agent.change(number, { status: 'solved' });
  await expect(rating).toContainText('Как вам помогли?');
  await checkAccess(page);

  await rating.getByRole('button', { name: 'Плохо' }).press('Enter');
  await expect(rating.getByRole('button', { name: 'Плохо', pressed: true })).toBeFocused();
  await expect(panel.getByText('Спасибо за оценку')).toBeAttached();
  const why = rating.getByRole('textbox', { name: 'Что было не так?' });
  await why.fill('Долго ждали ответа');
  expect(await agent.ticket(number)).toMatchObject({ rating: { score: 'bad', comment: '' } });
  await why.press('Control+Enter');
  const change = rating.getByRole('button', { name: 'Изменить' });
  await expect(change).toBeFocused();
  await expect(rating).toContainText('Ваша оценка: плохо');
  await expect(rating).toContainText('Долго ждали ответа');

  await change.click();
  await rating.getByRole('button', { name: 'Хорошо' }).click();
  await rating.getByRole('button', { name: 'Без комментария' }).click();
  await expect(rating).toContainText('Ваша оценка: хорошо');
  expect(await agent.ticket(number)).toMatchObject({
    status: 'solved',
    rating: { score: 'good', comment: '' },
  });

  await panel.getByRole('button', { name: 'Вопрос не решён' }).click();
  await expect(rating).toHaveCount(0);
  await agent.change(number, { status: 'solved' });
  await expect(rating).toContainText('Ваша оценка: хорошо');
});

test('who would not say is never asked again, in another tab neither', async ({ person, agent }) => {
  const somebody = await person({ company: COMPANY });
  const { ask, panel } = await somebody.tab();
  const number = await ask('Где отчёт?');
  await agent.change(number, { status: 'solved' });
  await panel.getByRole('button', { name: 'Не сейчас' }).click();
  await expect(panel.locator('.rating')).toHaveCount(0);
  await expect(panel.getByRole('log')).toBeFocused();
  expect(await agent.ticket(number)).toMatchObject({ rating: { score: null } });

  await agent.change(number, { status: 'open' });
  await agent.change(number, { status: 'solved' });
  const other = await somebody.tab();
  await other.panel.getByRole('button', { name: /Мои обращения/ }).click();
  await other.panel.locator('.row').first().click();
  await expect(other.panel.locator('.summary')).toContainText('Решено');
  await expect(other.panel.locator('.rating')).toHaveCount(0);
});

test('a comment is kept while the server is not reached, and in a reload', async ({ person, agent }) => {
  const somebody = await person({ company: COMPANY });
  const { page, ask, panel, open } = await somebody.tab();
  const number = await ask('Не сходится отчёт');
  await agent.change(number, { status: 'solved' });
  const rating = panel.locator('.rating');
  await rating.getByRole('button', { name: 'Хорошо' }).click();
  const why = rating.getByRole('textbox', { name: 'Что понравилось?' });
  await why.fill('Быстро и понятно');
  await page.route('**/rating', (route) => route.abort());
  await rating.getByRole('button', { name: 'Сохранить' }).click();
  await expect(rating.getByRole('alert')).toContainText('Не сохранилось.');
  await expect(why).toHaveValue('Быстро и понятно');
  await page.unroute('**/rating');
  await page.reload();
  await page.evaluate(() => window.Beseda('init', { getToken: window.tokenOf('me') }));
  await open();
  await panel.getByRole('button', { name: /Мои обращения/ }).click();
  await panel.locator('.row').first().click();
  await rating.getByRole('button', { name: 'Изменить' }).click();
  await expect(why).toHaveValue('Быстро и понятно');
  await rating.getByRole('button', { name: 'Сохранить' }).click();
  await expect(rating).toContainText('Быстро и понятно');
  expect(await agent.ticket(number)).toMatchObject({
    rating: { score: 'good', comment: 'Быстро и понятно' },
  });
});

test('the mail about a solved ticket leads to a page that rates it without scripts, not by being opened', async ({
  person,
  agent,
  server,
  browser,
  ownApp,
}) => {
  await mailAtOnce(server, ownApp.key);
  const somebody = await person({ company: COMPANY });
  const { page, ask } = await somebody.tab();
  const number = await ask('Как выгрузить участников?');
  await page.close();
  await agent.answer(number, 'Кнопка «Выгрузить» над списком.');
  await agent.change(number, { status: 'solved' });
  const link = await findLink(join(server.dataDir, 'mail'), number);

  const context = await browser.newContext({ javaScriptEnabled: false, locale: 'ru-RU' });
  const mailed = await context.newPage();
  await mailed.goto(link);
  await expect(mailed.getByRole('heading', { level: 1 })).toHaveText('Как вам помогли?');
  await expect(mailed.getByRole('radio', { name: 'Хорошо' })).toBeChecked();
  expect(await agent.ticket(number)).toMatchObject({ rating: null });
  await mailed.getByRole('textbox').fill('Всё получилось');
  await mailed.getByRole('button', { name: 'Отправить оценку' }).click();
  await expect(mailed.getByRole('heading', { level: 1 })).toHaveText('Спасибо за оценку');
  expect(await agent.ticket(number)).toMatchObject({
    status: 'solved',
    rating: { score: 'good', comment: 'Всё получилось' },
  });
  await context.close();
  await server.beseda('settings', 'set', 'mail.unseen_delay_seconds', '120');
});

/** The link of a mail that has been kept as a file; mails about the same ticket may come before it. */
async function findLink(folder: string, number: number): Promise<string> {
  let link = '';
  await expect
    .poll(async () => {
      const names = await readdir(folder).catch(() => []);
      for (const name of names.filter((one) => one.endsWith('.eml'))) {
        const mail = await readFile(join(folder, name), 'utf8');
        if (!mail.includes(`[#${number}]`)) continue;
        const text = mail.replace(/=\r\n/g, '').replaceAll('=3D', '=');
        link = /http\S+\/rate\/\S+\?score=good/.exec(text)?.[0] ?? link;
      }
      return link;
    })
    .not.toBe('');
  return link;
}
