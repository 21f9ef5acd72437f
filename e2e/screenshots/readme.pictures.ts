import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures';

const FOLDER = fileURLToPath(new URL('../../docs/screenshots/', import.meta.url));
const picture = (page: Page, name: string) =>
  page.screenshot({ path: `${FOLDER}${name}.png`, animations: 'disabled' });

test.use({ viewport: { width: 1280, height: 800 }, timezoneId: 'Europe/Moscow' });

test('a question, its suggestions, an article, the conversation and the desk', async ({
  page,
  browser,
  server,
}) => {
  await page.goto(`${server.url}/demo/payouts?as=business`);
  await page.getByRole('button', { name: 'Начать беседу' }).first().click();
  const panel = page.frameLocator('iframe');
  const composer = panel.getByRole('textbox').first();
  await composer.fill('участник не может вывести деньги');
  await expect(panel.locator('mark').first()).toBeVisible();
  await picture(page, 'suggest');

  await panel.getByText('Почему участник не может').first().click();
  await expect(panel.getByText('Была ли эта статья Вам полезна?')).toBeAttached();
  await picture(page, 'article');
  await panel.getByRole('button', { name: 'Назад' }).first().click();

  await composer.press('Enter');
  await expect(panel.getByText(/Обращение № \d+/)).toBeVisible();

  const desk = await browser.newPage({
    viewport: { width: 1440, height: 860 },
    timezoneId: 'Europe/Moscow',
    locale: 'ru-RU',
  });
  await desk.goto(server.deskLink);
  await desk.getByText('участник не может вывести деньги').first().click();
  await desk.getByRole('button', { name: 'Взять себе' }).click();
  await desk
    .getByPlaceholder('Ответить', { exact: false })
    .fill('Здравствуйте. Подскажите номер участника, проверю лимиты его кошелька.');
  await desk.keyboard.press('Control+Enter');
  await expect(panel.getByText('Подскажите номер участника')).toBeVisible();
  await picture(desk, 'desk');
  await picture(page, 'conversation');
  await desk.emulateMedia({ colorScheme: 'dark' });
  await picture(desk, 'desk-dark');
  await desk.close();

  await page.goto(`${server.url}/help/ru`);
  await picture(page, 'help');
  await page.goto(`${server.url}/help/ru/article/302`);
  await picture(page, 'reading');

  await page.goto(`${server.url}/demo/payouts?as=manager`);
  await page.getByRole('button', { name: 'Мои обращения' }).click();
  await page.getByRole('button', { name: 'Вся компания' }).click();
  await page.getByRole('link', { name: /Реестр выплат/ }).click();
  await expect(page.getByRole('log')).toBeVisible();
  await picture(page, 'requests');
});
