import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures';

const FOLDER = fileURLToPath(new URL('../../server/starter-kb/pictures/', import.meta.url));
const TEXTS = {
  ru: {
    draft: 'Как отменить выплату?',
    problem: 'Проблема',
    doing: ['Что я делаю', 'Формирую реестр по 12 заявкам'],
    expected: ['Чего ожидаю', 'Файл с 12 строками'],
    got: ['Что получаю', 'Файл с 11 строками, нет заявки 88213'],
    own: 'Мои обращения',
    promise: 'Ответим',
    asker: 'network',
    asked: ['Не приходит письмо для входа', 'Реестр выплат за октябрь', 'Как сменить спонсора участнику?'],
  },
  en: {
    draft: 'How do I cancel a payout?',
    problem: 'Problem',
    doing: ['What I do', 'I create a register of 12 requests'],
    expected: ['What I expect', 'A file with 12 lines'],
    got: ['What I get', 'A file with 11 lines, request 88213 is missing'],
    own: 'My conversations',
    promise: 'We will answer',
    asker: 'enterprise',
    asked: [
      'The mail to sign in does not come',
      'Register of payouts for October',
      'How do I change a sponsor?',
    ],
  },
} as const;

test.use({ viewport: { width: 1000, height: 720 }, deviceScaleFactor: 2, timezoneId: 'Europe/Moscow' });

async function post(url: string, body: object, session = ''): Promise<{ session: string }> {
  const headers = {
    'content-type': 'application/json',
    ...(session && { authorization: `Bearer ${session}` }),
  };
  const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
  return answer.json() as Promise<{ session: string }>;
}

/** The open panel as WebP, sharp on dense screens, in few bytes. */
async function picture(page: Page, name: string): Promise<void> {
  const box = await page.locator('beseda-widget iframe').boundingBox();
  if (!box) throw new Error('The panel is not open.');
  const browser = await page.context().newCDPSession(page);
  const { data } = await browser.send('Page.captureScreenshot', {
    format: 'webp',
    quality: 70,
    clip: { ...box, scale: 1 },
  });
  await mkdir(FOLDER, { recursive: true });
  await writeFile(`${FOLDER}${name}.webp`, Buffer.from(data, 'base64'));
}

for (const locale of ['ru', 'en'] as const) {
  const texts = TEXTS[locale];
  test(`the panel for the starter articles in ${locale}`, async ({ page, server }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.goto(`${server.url}/demo/payouts?as=business&locale=${locale}`);
    await page.locator('beseda-widget button').click();
    await page.mouse.move(0, 0);
    const panel = page.frameLocator('beseda-widget iframe');
    const composer = panel.getByRole('textbox').first();
    await composer.fill(texts.draft);
    await expect(panel.locator('mark').first()).toBeVisible();
    await expect(panel.getByText(texts.promise)).toBeVisible();
    await picture(page, `new-request-${locale}`);

    await composer.fill('');
    await panel.getByRole('button', { name: texts.problem, exact: true }).click();
    for (const [name, value] of [texts.doing, texts.expected, texts.got])
      await panel.getByRole('textbox', { name }).fill(value);
    await picture(page, `problem-${locale}`);

    const token = await (await fetch(`${server.url}/demo/support-token?as=${texts.asker}`)).text();
    const { session } = await post(`${server.url}/api/v1/session`, { app: 'demo', token });
    for (const text of texts.asked)
      await post(`${server.url}/api/v1/tickets`, { clientId: crypto.randomUUID(), text }, session);
    await page.goto(`${server.url}/demo/payouts?as=${texts.asker}&locale=${locale}`);
    await page.locator('beseda-widget button').click();
    await page.mouse.move(0, 0);
    await panel.getByText(texts.own).click();
    await expect(panel.getByText(/№ \d+/).first()).toBeVisible();
    await picture(page, `own-requests-${locale}`);
  });
}
