import { expect, test } from './desk-test';

test('a one-time link signs in, leaves no token in the address, and is friendly when spent', async ({
  page,
  linkFor,
  browser,
}) => {
  const link = await linkFor('mikhail');
  await page.goto(link);
  await expect(page.getByRole('navigation', { name: 'Списки' })).toBeVisible();
  expect(page.url()).not.toContain('#');

  const stranger = await (await browser.newContext({ locale: 'ru-RU' })).newPage();
  await stranger.goto(link);
  await expect(stranger.getByText('Эта ссылка уже использована')).toBeVisible();
  await expect(stranger.getByRole('button', { name: 'Прислать ссылку для входа' })).toBeVisible();
  await stranger.context().close();

  await page.goto(link);
  await expect(page.getByRole('navigation', { name: 'Списки' })).toBeVisible();
});

test('a password set in the menu signs in; a wrong one is refused in words', async ({
  page,
  browser,
  server,
}) => {
  const [email, password] = ['olga@desk.example', 'correct horse battery'];
  await page.goto(await server.beseda('agent', 'add', '--email', email, '--name', 'Ольга Зимина'));
  await page.getByRole('button', { name: /^Меню:/ }).click();
  await page.getByRole('button', { name: 'Задать пароль' }).click();
  await page.getByLabel('Новый пароль').fill(password);
  await page.getByRole('button', { name: 'Сохранить' }).click();
  await expect(page.getByText('Пароль сохранён.')).toBeVisible();

  const fresh = await (await browser.newContext({ locale: 'ru-RU', baseURL: server.url })).newPage();
  await fresh.goto('/desk/mine');
  await fresh.getByLabel('Почта').fill(email);
  await fresh.getByLabel('Пароль', { exact: true }).fill('not the password');
  await fresh.getByRole('button', { name: 'Войти', exact: true }).click();
  await expect(fresh.getByRole('alert')).toHaveText('Почта или пароль не подходят');
  await fresh.getByLabel('Пароль', { exact: true }).fill(password);
  await fresh.getByRole('button', { name: 'Войти', exact: true }).click();
  await expect(fresh.getByRole('link', { name: /^Мои/ })).toHaveAttribute('aria-current', 'page');
  await fresh.context().close();
});

test('a session that ends elsewhere leads to sign-in and back to the same place', async ({
  page,
  linkFor,
  requester,
}) => {
  const { number } = await (await requester('start')).ask('Где посмотреть историю начислений?');
  await page.goto(await linkFor('anna'));
  await page.getByRole('navigation', { name: 'Списки' }).waitFor();
  await page.goto(`/desk/tickets/${number}`);
  await page.getByRole('textbox', { name: /^Ответить/ }).fill('Черновик, который должен остаться');
  await page.request.delete('/api/v1/desk/session', { headers: { 'x-beseda-desk': '1' } });
  await expect(page.getByText('Сеанс завершён.')).toBeVisible();
  expect(page.url()).toContain(`/desk/tickets/${number}`);

  const link = new URL(await linkFor('anna'));
  const answer = await page.request.post('/api/v1/desk/session', {
    headers: { 'x-beseda-desk': '1' },
    data: { link: link.hash.slice(1) },
  });
  expect(answer.ok()).toBe(true);
  await page.reload();
  await expect(page.getByRole('textbox', { name: /^Ответить/ })).toHaveValue(
    'Черновик, который должен остаться',
  );
});

test('a server that answers before the first frame is drawn opens the desk too', async ({ agent }) => {
  const page = await agent();
  const session = await (await page.request.get('/api/v1/desk/session')).text();
  await page.addInitScript((answer) => {
    const ask = window.fetch;
    window.fetch = (input, init) =>
      input === '/api/v1/desk/session' ? Promise.resolve(new Response(answer)) : ask(input, init);
  }, session);
  await page.goto('/desk/unassigned');
  await expect(page.getByRole('link', { name: /^Без исполнителя \d/ })).toBeVisible();
});
