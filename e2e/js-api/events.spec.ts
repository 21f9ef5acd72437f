import { expect, test } from './widget-test';

test('a conversation is told step by step', async ({ widget, server }) => {
  await widget.visit('plain.html', { as: 'olga' });
  await widget.call('newConversation', 'Где посмотреть выплаты?');
  await expect(widget.composer).toHaveValue('Где посмотреть выплаты?');
  await widget.composer.press('Enter');
  const { number } = (await widget.heard('conversationStarted')) as { number: number };
  expect(number).toBeGreaterThan(0);
  expect(await widget.heard('messageSent')).toEqual({ number });

  await widget.call('close');
  await expect(widget.frame).not.toBeVisible();
  const token = await server.beseda('token', 'create', '--name', 'events');
  const answer = await fetch(`${server.url}/api/v1/tickets/${number}/messages`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ clientId: crypto.randomUUID(), text: 'В разделе «Кошельки».' }),
  });
  expect(answer.status).toBeLessThan(300);
  expect(await widget.heard('messageReceived')).toMatchObject({ number });
  await expect.poll(() => widget.heard('unread')).toEqual({ count: 1 });
  await expect(widget.launcher.locator('b')).toHaveAttribute('data-unread', '1');
  await expect(widget.launcher).toHaveAccessibleName('Начать беседу. Новых сообщений: 1');
});

test('with a conversation open, the answer shows after a navigation too', async ({
  widget,
  page,
  server,
}) => {
  // A panel that is wanted before the answer comes would ask for a session of its own.
  const exchanged = page.waitForResponse(`${server.url}/api/v1/session`);
  await widget.visit('plain.html', { as: 'igor' });
  await (await exchanged).finished();
  await widget.call('newConversation', 'Не работает вход');
  await expect(widget.composer).toHaveValue('Не работает вход');
  await widget.composer.press('Enter');
  const { number } = (await widget.heard('conversationStarted')) as { number: number };
  const token = await server.beseda('token', 'create', '--name', 'navigation');
  await widget.visit('plain.html', { as: 'igor' });
  await expect(widget.frame).toBeAttached();
  await expect(widget.frame).not.toBeVisible();
  await fetch(`${server.url}/api/v1/tickets/${number}/messages`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ clientId: crypto.randomUUID(), text: 'Проверяем.' }),
  });
  await expect.poll(async () => (await widget.heard('unread')) as { count: number }).toEqual({ count: 1 });
  await expect(widget.launcher.locator('b')).toHaveAttribute('data-unread', '1');
  expect(
    widget.asked.filter((path) => path === '/api/v1/session'),
    'one exchange for each page',
  ).toHaveLength(2);
  expect(page.url()).not.toContain('token');
});

test('somebody without a conversation is asked about once, and nothing is mounted', async ({
  widget,
  page,
  site,
}) => {
  await widget.visit('plain.html');
  const exchanged = page.waitForResponse('**/api/v1/session');
  await page.evaluate(() => window.Beseda('init', { getToken: window.tokenOf('newcomer') }));
  expect((await exchanged).status()).toBe(201);
  expect(widget.asked).toEqual(['/widget.js', '/api/v1/session']);
  await expect(widget.frame).toHaveCount(0);
  expect(site.app.key).toBeTruthy();
});

test('a getToken that fails is an error event, and the panel still opens', async ({ widget, page }) => {
  await widget.visit('plain.html');
  await page.evaluate(() => {
    window.Beseda('init', { getToken: () => Promise.reject(new Error('no')) });
    window.Beseda('open');
  });
  await expect(widget.frame).toBeVisible();
  expect(await widget.heard('error')).toMatchObject({ code: 'token_failed' });
});

test('messages from another window are not taken for the panel’s', async ({ widget, page }) => {
  await widget.visit('plain.html', {});
  await widget.call('open');
  await expect(widget.frame).toBeVisible();
  await page.evaluate(() => {
    window.postMessage({ type: 'close' }, '*');
    window.postMessage({ type: 'event', name: 'error', detail: { code: 'forged' } }, '*');
    const frame = document.createElement('iframe');
    frame.srcdoc = '<script>parent.postMessage({ type: "close" }, "*")</script>';
    document.body.append(frame);
    return new Promise((resolve) => (frame.onload = resolve));
  });
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve)));
  await expect(widget.frame).toBeVisible();
  expect(await widget.recorded('error')).toEqual([]);
});
