import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checkAccess } from '../support/check-access';
import { expect, test } from './portal-test';

test('a distributor is told where to turn, and has no field to write in', async ({ visitor }) => {
  const { page } = await visitor({ who: { role: 'distributor' } });
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Обратитесь в свою компанию');
  await expect(page.getByRole('main').getByRole('textbox')).toHaveCount(0);
  await checkAccess(page);
});

test('a company that is suspended is out at once, and reads why; what was not sent is kept', async ({
  visitor,
  server,
}) => {
  const company = { id: 'portal-suspended', name: 'Пауза', plan: 'start', region: 'RU' };
  const { page, context, field, ask } = await visitor({ who: { company } });
  const number = await ask('До приостановки');
  await field.fill('Черновик');
  const token = await server.beseda('token', 'create', '--name', 'Portal', '--role', 'admin');
  const suspend = async (suspended: boolean) => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const found = await fetch(`${server.url}/api/v1/companies?q=portal-suspended`, { headers });
    const [row] = ((await found.json()) as { results: { id: string }[] }).results;
    const body = JSON.stringify({ suspended });
    const answer = await fetch(`${server.url}/api/v1/companies/${row?.id}`, {
      method: 'PATCH',
      headers,
      body,
    });
    expect(answer.status).toBe(200);
  };
  await suspend(true);
  await expect(page.getByRole('alert')).toContainText('Поддержка вашей компании приостановлена');
  await expect(page.getByRole('log')).toHaveCount(0);
  await checkAccess(page);
  await page.goto(`${server.url}/help/ru/requests/${number}`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('приостановлена');
  await suspend(false);
  await context.clearCookies();
  await page.goto(`${server.url}/host.html`);
  await page.getByRole('button', { name: 'Мои обращения' }).click();
  await page.getByRole('link', { name: `№ ${number}` }).click();
  await expect(field).toHaveValue('Черновик');
});

test('a session that ended elsewhere is said to have, and leads back in', async ({ visitor }) => {
  const { page, context, list } = await visitor();
  await expect(list).toBeVisible();
  const second = await context.newPage();
  await second.goto(page.url());
  await second.getByRole('button', { name: 'Выйти' }).click();
  await expect(second.getByRole('textbox', { name: 'Рабочая почта' })).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: 'Сеанс завершён' })).toBeVisible();
  await page.getByRole('link', { name: 'Войти снова' }).click();
  await expect(page.getByRole('textbox', { name: 'Рабочая почта' })).toBeVisible();
});

test('a link from a mail lets a known address in, once, from any browser', async ({
  visitor,
  browser,
  server,
}) => {
  const known = await visitor({ who: { name: 'Вера Лис', sub: 'vera-by-mail' } });
  const number = await known.ask('Прочитаю из дома');
  const context = await browser.newContext({ locale: 'ru-RU' });
  const page = await context.newPage();
  await page.goto(`${server.url}/help/ru/requests/${number}`);
  await page.getByRole('textbox', { name: 'Рабочая почта' }).fill('vera-by-mail@romashka.example');
  await page.getByRole('button', { name: 'Получить ссылку для входа' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Проверьте почту');
  const link = await findLink(join(server.dataDir, 'mail'), 'vera-by-mail@romashka.example');
  await page.goto(link);
  await expect(page.getByRole('link', { name: `№ ${number}` })).toBeVisible();
  await expect(page).toHaveURL(`${server.url}/help/ru/requests/${number}`);
  await context.clearCookies();
  await page.goto('about:blank');
  await page.goto(link);
  await expect(page.getByText('Эта ссылка уже использована или устарела')).toBeVisible();
  await context.close();
});

test('a question that was begun before signing in is in the form after it', async ({
  visitor,
  page,
  server,
}) => {
  await visitor({ who: { name: 'Ирина Гай', sub: 'irina-begins' } });
  const question = 'Перенос бонусов 50 % & ещё?';
  await page.goto(`${server.url}/help/ru/search?q=${encodeURIComponent(question)}`);
  await page.getByRole('complementary').getByRole('link', { name: 'Задать вопрос' }).click();
  await page.getByRole('textbox', { name: 'Рабочая почта' }).fill('irina-begins@romashka.example');
  await page.getByRole('button', { name: 'Получить ссылку для входа' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Проверьте почту');
  const link = await findLink(join(server.dataDir, 'mail'), 'irina-begins@romashka.example');
  await page.goto(link);
  await expect(page.getByRole('textbox').first()).toHaveValue(question);
  await expect(page).toHaveURL(/\/requests\/new$/);
  await page.context().clearCookies();
  await page.goto('about:blank');
  await page.goto(link);
  await expect(page.getByText('Эта ссылка уже использована или устарела')).toBeVisible();
  await expect(page.locator('input[name="to"]')).toHaveValue(/^new\?text=/);
});

/** The sign-in link of a mail that has been kept as a file. */
async function findLink(folder: string, to: string): Promise<string> {
  let link = '';
  await expect
    .poll(async () => {
      const names = await readdir(folder).catch(() => []);
      for (const name of names.filter((one) => one.endsWith('.eml'))) {
        const mail = await readFile(join(folder, name), 'utf8');
        if (!mail.includes(to)) continue;
        const text = mail.replace(/=\r\n/g, '').replaceAll('=3D', '=');
        link = /http\S+\/requests\S*#link=[\w-]+/.exec(text)?.[0] ?? link;
      }
      return link;
    })
    .not.toBe('');
  return link;
}
