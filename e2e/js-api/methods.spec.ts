import { expect, test } from './widget-test';

test('open, close and toggle', async ({ widget }) => {
  await widget.visit('plain.html', {});
  await widget.call('open');
  await expect(widget.frame).toBeVisible();
  await widget.call('close');
  await expect(widget.frame).not.toBeVisible();
  await widget.call('toggle');
  await expect(widget.frame).toBeVisible();
  await widget.call('toggle');
  await expect(widget.frame).not.toBeVisible();
  expect((await widget.recorded()).map(([name]) => name)).toEqual([
    'ready',
    'open',
    'close',
    'open',
    'close',
  ]);
});

test('hide takes the launcher away, show brings it back, open works in between', async ({ widget }) => {
  await widget.visit('plain.html', {});
  await widget.call('hide');
  await expect(widget.launcher).not.toBeVisible();
  await widget.call('open');
  await expect(widget.frame).toBeVisible();
  await widget.call('close');
  await widget.call('show');
  await expect(widget.launcher).toBeVisible();
});

test('update changes language, theme and side at run time', async ({ widget, page }) => {
  await widget.visit('plain.html', { locale: 'ru' });
  await widget.call('open');
  await expect(widget.panel.locator('html')).toHaveAttribute('lang', 'ru');
  await widget.call('update', { locale: 'en', theme: 'dark', position: 'left' });
  await expect(widget.launcher).toHaveText('Start a conversation');
  await expect(widget.panel.locator('html')).toHaveAttribute('lang', 'en');
  await expect(widget.panel.locator('html')).toHaveAttribute('data-theme', 'dark');
  expect((await widget.frame.boundingBox())?.x).toBe(20);
  await page.evaluate(() => (document.documentElement.lang = 'en-GB'));
  await widget.call('update', { locale: '' });
  await expect(widget.launcher).toHaveText('Start a conversation');
});

test('newConversation opens an empty composer, or one with a text', async ({ widget }) => {
  await widget.visit('plain.html', { as: 'olga' });
  await widget.call('newConversation', 'Не приходит выплата');
  await expect(widget.composer).toHaveValue('Не приходит выплата');
  await expect(widget.composer).toBeFocused();
  await widget.call('close');
  await widget.call('newConversation');
  await expect(widget.composer).toBeFocused();
});

test('search shows what was found', async ({ widget }) => {
  await widget.visit('plain.html', {});
  await widget.call('search', 'как вывести деньги');
  await expect(
    widget.panel
      .getByRole('link')
      .or(widget.panel.getByRole('button'))
      .filter({ hasText: /вывести/i })
      .first(),
  ).toBeVisible();
});

test('article opens by number and by slug', async ({ widget }) => {
  await widget.visit('plain.html', {});
  await widget.call('article', 101);
  await expect(
    widget.panel.getByRole('heading', { name: 'Как создать обращение в поддержку' }),
  ).toBeVisible();
  expect(await widget.heard('articleViewed')).toMatchObject({ number: 101, locale: 'ru' });
  await widget.call('article', 'kto-mozhet-obratitsya-v-podderzhku');
  await expect(widget.panel.getByRole('heading', { name: 'Кто может обратиться в поддержку' })).toBeVisible();
});

test('suggest offers articles by number, or those of a page, before anything is typed', async ({
  widget,
}) => {
  await widget.visit('plain.html', {});
  await widget.call('suggest', [104]);
  expect(widget.asked).toEqual(['/widget.js']);
  await widget.call('open');
  await expect(widget.panel.getByText('Типы обращений и приоритет')).toBeVisible();
  await widget.call('suggest', { route: '/payouts' });
  await expect(widget.panel.getByText('Как обработать заявки на выплату')).toBeVisible();
});

test('prefill fills an untouched draft only', async ({ widget, page }) => {
  await widget.visit('plain.html', { as: 'olga' });
  await widget.call('prefill', { text: 'Заказ 1204: ' });
  await widget.call('open');
  await expect(widget.composer).toHaveValue('Заказ 1204: ');
  await widget.composer.fill('Своими словами');
  await widget.call('prefill', { text: 'Чужими' });
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve)));
  await expect(widget.composer).toHaveValue('Своими словами');
});

test('context travels with the conversation, with the page as it is by then', async ({
  widget,
  page,
  server,
}) => {
  await widget.visit('plain.html', { as: 'igor' });
  await widget.call('context', { order: 1204, screen: 'payouts' });
  await widget.call('open');
  await expect(widget.composer).toBeFocused();
  await page.evaluate(() => {
    history.pushState(null, '', '/payouts/1204');
    document.title = 'Выплата 1204';
  });
  await widget.composer.fill('Где деньги?');
  await widget.composer.press('Enter');
  const { number } = (await widget.heard('conversationStarted')) as { number: number };
  const token = await server.beseda('token', 'create', '--name', 'context');
  const answer = await fetch(`${server.url}/api/v1/tickets/${number}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  expect(await answer.json()).toMatchObject({
    page: {
      url: expect.stringContaining('/payouts/1204'),
      title: 'Выплата 1204',
      context: { order: '1204', screen: 'payouts' },
    },
  });
});

test('logout ends the session on the server and asks for nobody’s token again', async ({ widget, page }) => {
  await widget.visit('plain.html', { as: 'olga' });
  await widget.call('open');
  await expect(widget.composer).toBeFocused();
  await widget.composer.fill('Черновик Ольги');
  const ended = page.waitForRequest((request) => request.method() === 'DELETE');
  await widget.call('logout');
  expect(new URL((await ended).url()).pathname).toBe('/api/v1/session');
  await expect(widget.panel.getByText('Черновик Ольги')).toHaveCount(0);
  await expect(widget.panel.getByRole('textbox').filter({ hasText: 'Ольги' })).toHaveCount(0);
});

test('another person sees nothing of the former one', async ({ widget, page }) => {
  await widget.visit('plain.html', { as: 'olga' });
  await widget.call('newConversation', 'Секрет Ольги');
  await expect(widget.composer).toHaveValue('Секрет Ольги');
  await page.evaluate(() => window.Beseda('update', { getToken: window.tokenOf('igor') }));
  await expect(widget.composer).toHaveValue('');
});

test('once, off and the function that on gives back', async ({ widget, page }) => {
  await widget.visit('plain.html', {});
  await widget.heard('ready');
  await page.evaluate(() => {
    const counts: Record<string, number> = { once: 0, off: 0, unsubscribed: 0, all: 0 };
    const count = (name: string) => () => (counts[name] = (counts[name] ?? 0) + 1);
    const off = count('off');
    Object.assign(window, { counts });
    window.Beseda('once', 'open', count('once'));
    window.Beseda('on', 'open', off);
    window.Beseda('off', 'open', off);
    const unsubscribe = window.Beseda('on', 'open', count('unsubscribed')) as () => void;
    unsubscribe();
    window.Beseda('on', 'open', count('all'));
  });
  for (const _ of [1, 2]) {
    await widget.call('open');
    await expect(widget.frame).toBeVisible();
    await widget.call('close');
  }
  await page.evaluate(() => window.Beseda('off', 'open'));
  await widget.call('open');
  await expect(widget.frame).toBeVisible();
  expect(await page.evaluate(() => (window as unknown as { counts: unknown }).counts)).toEqual({
    once: 1,
    off: 0,
    unsubscribed: 0,
    all: 2,
  });
});

test('destroy removes everything, and init starts anew', async ({ widget, page }) => {
  await widget.visit('plain.html', {});
  await widget.call('open');
  await expect(widget.frame).toBeVisible();
  await widget.call('destroy');
  await expect(page.locator('beseda-widget')).toHaveCount(0);
  expect(await page.evaluate(() => typeof window.Beseda)).toBe('function');
  await page
    .locator('#article')
    .evaluate((link) => link.addEventListener('click', (event) => event.preventDefault()));
  await page.locator('#article').dispatchEvent('click');
  await expect(page.locator('beseda-widget')).toHaveCount(0);
  await widget.call('init', { locale: 'en' });
  await expect(widget.launcher).toHaveText('Start a conversation');
  await widget.call('open');
  await expect(widget.frame).toBeVisible();
});

test('what is not understood becomes an error event and throws nothing', async ({ widget, page }) => {
  await widget.visit('plain.html', {});
  await widget.call('article', { not: 'an article' });
  await widget.call('dance');
  await page.evaluate(() => window.Beseda('on', 'open'));
  await page.evaluate(() => window.Beseda('context', { f: () => 1 }));
  await expect
    .poll(async () =>
      (await widget.recorded('error')).map(([, detail]) => (detail as { method: string }).method).toSorted(),
    )
    .toEqual(['article', 'context', 'dance', 'on']);
});

test("a listener's own error is the host's, and stops nothing", async ({ widget, page }) => {
  await widget.visit('plain.html', { as: 'olga' });
  await page.evaluate(() => {
    window.Beseda('on', 'open', () => {
      throw new Error('mine');
    });
  });
  await widget.call('open');
  await expect(widget.frame).toBeVisible();
  await expect(widget.composer).toBeFocused();
  expect(widget.noise.splice(0)).toEqual(['mine']);
});

test('elements with data-beseda-article and data-beseda-open are the way in', async ({ widget, page }) => {
  await widget.visit('plain.html', {});
  await expect(widget.launcher).toBeVisible();
  await page.locator('#article').focus();
  await page.keyboard.press('Enter');
  await expect(
    widget.panel.getByRole('heading', { name: 'Как создать обращение в поддержку' }),
  ).toBeVisible();
  await widget.call('close');
  await expect(page.locator('#article')).toBeFocused();
  await page.locator('#open span').click();
  await expect(widget.frame).toBeVisible();
  expect(new URL(page.url()).pathname).toBe('/plain.html');
});
