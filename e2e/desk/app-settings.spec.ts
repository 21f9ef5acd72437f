import type { Locator, Page } from '@playwright/test';
import { checkAccess } from '../support/check-access';
import type { App } from '../support/server-process';
import { PEOPLE, signToken } from '../support/sign-token';
import { expect, test } from './desk-test';

/** The environment that the dialog shows once, as a product team would take it over. */
async function takeSecret(page: Page): Promise<App> {
  const dialog = page.getByRole('dialog', { name: 'Новый секрет' });
  const shown = await dialog.getByRole('region', { name: 'Окружение вашего сервера' }).innerText();
  const lines = Object.fromEntries(
    shown
      .trim()
      .split('\n')
      .map((line) => line.split('=')),
  );
  await dialog.getByRole('button', { name: 'Секрет сохранён' }).click();
  await expect(dialog).toHaveCount(0);
  return { key: lines.BESEDA_APP, kid: lines.BESEDA_KID, secret: lines.BESEDA_SECRET };
}

async function createApp(page: Page, name: string, origin: string): Promise<App> {
  await page.goto('/desk/settings/apps');
  await page.getByRole('button', { name: 'Новое приложение' }).click();
  await page.getByLabel('Название').fill(name);
  await page.getByLabel(/^Адреса сайтов/).fill(origin);
  await page.getByRole('button', { name: 'Создать' }).click();
  return takeSecret(page);
}

const secretOf = (page: Page, kid: string): Locator =>
  page.getByRole('list', { name: 'Секреты' }).getByRole('listitem').filter({ hasText: kid });

async function save(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Сохранить' }).click();
  await expect(page.getByText('Сохранено.')).toBeVisible();
}

test('an admin makes an app, lets in a site that was refused, and the host page draws what is set', async ({
  agent,
  site,
  server,
  page: host,
}) => {
  const page = await agent('anna');
  await page.getByRole('button', { name: /^Меню:/ }).click();
  await page.getByRole('link', { name: 'Настройки' }).click();
  await page.getByRole('link', { name: 'Приложения' }).click();
  await page.getByRole('button', { name: 'Новое приложение' }).click();
  await page.getByLabel('Название').fill('Склад');
  await page.getByLabel(/^Адреса сайтов/).fill('http://office.example');
  await page.getByRole('button', { name: 'Создать' }).click();
  await expect(page.getByText('«http://office.example»: нужен https')).toBeVisible();
  await page.getByLabel(/^Адреса сайтов/).fill('https://office.example');
  await page.getByRole('button', { name: 'Создать' }).click();
  await expect(page.getByText('Секрет показан один раз')).toBeVisible();
  await checkAccess(page);
  await page.keyboard.press('Escape');
  const app = await takeSecret(page);
  await expect(page).toHaveURL(new RegExp(`/desk/settings/apps/${app.key}$`));
  await expect(page.getByText('Ни с одного адреса ещё не входили.')).toBeVisible();

  const token = await signToken(app, PEOPLE.olga);
  const visit = async () => {
    await host.goto(`${site.origin}/plain.html?app=${app.key}`);
    await host.evaluate((given) => window.Beseda('init', { getToken: () => given }), token);
  };
  const asked = host.waitForRequest((request) => request.url().endsWith('/api/v1/session'));
  await visit();
  await asked;
  const hint = page.getByRole('list', { name: 'Кому отказано за неделю' });
  await expect(async () => {
    await page.reload();
    await expect(hint.getByText(site.origin)).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await page.getByLabel('Название').fill('Склад и доставка');
  await page.getByRole('button', { name: `Добавить ${site.origin}` }).click();
  await expect(page.getByText(`Адрес ${site.origin} добавлен.`)).toBeVisible();
  await expect(page.getByLabel(/^Адреса сайтов/)).toHaveValue(`https://office.example\n${site.origin}`);

  await page.getByLabel('Угол окна').selectOption('left');
  await page.getByLabel('Отступ снизу, px').fill('96');
  await page.getByLabel('Надпись на кнопке по-русски').fill('Спросить склад');
  await page.getByLabel(/^Цвет/).fill('#ffb000');
  await expect(page.getByText('Кнопка будет темнее: #9f6c00')).toBeVisible();
  await expect(page.getByRole('img', { name: 'Кнопка «Спросить склад» на странице' })).toHaveCount(2);
  await checkAccess(page);
  await page.getByRole('link', { name: 'Ко всем приложениям' }).click();
  await page.getByRole('button', { name: 'Остаться' }).click();
  await save(page);
  await expect(page.getByRole('heading', { name: 'Склад и доставка' })).toBeVisible();

  const loader = `${server.url}/widget.js?app=${app.key}`;
  await expect.poll(async () => (await fetch(loader)).text()).toContain('Спросить склад');
  await visit();
  const launcher = host.getByRole('button', { name: 'Спросить склад' });
  await expect(launcher).toHaveCSS('background-color', 'rgb(159, 108, 0)');
  const box = await launcher.boundingBox();
  expect([box?.x, (box?.y ?? 0) + (box?.height ?? 0)]).toEqual([20, 800 - 96]);
  await launcher.click();
  const frame = host.locator('beseda-widget iframe');
  await expect(host.frameLocator('beseda-widget iframe').getByRole('textbox').first()).toBeFocused();
  await expect.poll(async () => (await frame.boundingBox())?.y).toBeGreaterThanOrEqual(20);
  await page.reload();
  await expect(page.getByRole('list', { name: 'Откуда входили' }).getByText(site.origin)).toBeVisible();
  await expect(
    page.getByRole('list', { name: 'История' }).getByText('надпись по-русски: — Спросить склад'),
  ).toBeVisible();
});

test('a secret is changed without a break: both work, then the new one alone, and back again', async ({
  agent,
  server,
  site,
}) => {
  const page = await agent('anna');
  const app = await createApp(page, 'Кабинет', site.origin);
  await expect(page.getByRole('button', { name: `Вывести секрет ${app.kid}` })).toBeDisabled();
  await page.getByRole('button', { name: 'Добавить секрет' }).click();
  const fresh = await takeSecret(page);
  expect([fresh.key, fresh.kid === app.kid]).toEqual([app.key, false]);

  const signIn = async (signer: App) => {
    const body = JSON.stringify({ app: app.key, token: await signToken(signer, PEOPLE.igor) });
    const headers = { 'content-type': 'application/json' };
    return (await fetch(`${server.url}/api/v1/session`, { method: 'POST', headers, body })).status;
  };
  expect(await signIn(app)).toBe(201);
  await expect.poll(() => signIn(fresh)).toBe(201);
  await page.reload();
  await expect(secretOf(page, app.kid)).toContainText(/последний вход с ним .+, открытых сеансов: 1/);
  await page.getByRole('button', { name: `Вывести секрет ${app.kid}` }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('похоже, ваш сервер ещё подписывает им');
  await checkAccess(page);
  await dialog.getByRole('button', { name: 'Вывести', exact: true }).click();
  await expect(secretOf(page, app.kid)).toContainText('выведен');
  await expect.poll(() => signIn(app)).toBe(401);
  expect(await signIn(fresh)).toBe(201);

  await page.getByRole('button', { name: `Вернуть секрет ${app.kid}` }).click();
  await expect.poll(() => signIn(app)).toBe(201);
  await page.getByRole('button', { name: `Вывести секрет ${app.kid}` }).click();
  await dialog.getByRole('button', { name: 'Вывести', exact: true }).click();
  await page.getByRole('button', { name: `Удалить секрет ${app.kid}` }).click();
  await dialog.getByRole('button', { name: 'Удалить секрет' }).click();
  await expect(secretOf(page, app.kid)).toHaveCount(0);
  await expect(page.getByText(app.secret)).toHaveCount(0);

  await page.getByRole('button', { name: 'Удалить…', exact: true }).click();
  await dialog.getByRole('button', { name: 'Удалить', exact: true }).click();
  await expect(page.getByText(/^Удалить нельзя\. Обращений: 0, открытых сеансов: [1-9]/)).toBeVisible();
  await page.getByRole('button', { name: 'Отключить…' }).click();
  await dialog.getByRole('button', { name: 'Отключить', exact: true }).click();
  await expect(page.getByText('Приложение отключено: виджета на его сайтах нет.')).toBeVisible();
  await expect.poll(() => signIn(fresh)).toBe(403);
});

test('a page with a button of its own has no launcher of ours until it asks for it', async ({
  agent,
  site,
  server,
  page: host,
}) => {
  const page = await agent('anna');
  const app = await createApp(page, 'Своя кнопка', site.origin);
  await page.getByLabel(/^На странице своя кнопка/).check();
  await expect(page.getByText('Нашей кнопки на странице нет').first()).toBeVisible();
  await save(page);
  const loader = `${server.url}/widget.js?app=${app.key}`;
  await expect.poll(async () => (await fetch(loader)).text()).toContain('hidden:true');
  await host.goto(`${site.origin}/plain.html?app=${app.key}`);
  await host.evaluate(() => window.Beseda('init', {}));
  const launcher = host.locator('beseda-widget button');
  await expect(launcher).toBeAttached();
  await expect(launcher).toBeHidden();
  await host.locator('#open').click();
  await expect(host.frameLocator('beseda-widget iframe').getByRole('textbox').first()).toBeFocused();
  await host.evaluate(() => {
    window.Beseda('close');
    window.Beseda('show');
  });
  await expect(launcher).toBeVisible();
  await host.evaluate(() => {
    window.Beseda('destroy');
    window.Beseda('init', {});
  });
  await expect(launcher).toBeHidden();
});

test('by keyboard, on a phone, in the dark and in English the settings of apps are whole', async ({
  agent,
}) => {
  const page = await agent('anna');
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  await page.getByRole('button', { name: /^Меню:/ }).click();
  await page.getByRole('radio', { name: 'English' }).check();
  await page.keyboard.press('Escape');
  await page.setViewportSize({ width: 360, height: 720 });
  await page.goto('/desk/settings/apps');
  const row = page.getByRole('link', { name: /^МЛМ Офис/ });
  await expect(page.getByRole('link', { name: 'Apps', exact: true })).toBeInViewport({ ratio: 1 });
  await row.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Installing' })).toBeVisible();
  await page.getByText('Signing the token on the server', { exact: true }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('radio', { name: 'Python' }).press('Space');
  await expect(page.getByRole('region', { name: /Python$/ })).toContainText('hmac.digest');
  await checkAccess(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(row).toBeVisible();
  await checkAccess(page);
});
