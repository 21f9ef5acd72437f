import { brotliCompressSync, constants } from 'node:zlib';
import { expect, test } from './widget-test';

test('an anonymous visitor costs one request until there is intent', async ({ widget, page }) => {
  await widget.visit('plain.html', {});
  await expect(widget.launcher).toHaveText('Начать беседу');
  await widget.heard('ready');
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
  expect(widget.asked).toEqual(['/widget.js']);
  await widget.launcher.hover();
  await expect(widget.frame).toBeAttached();
  await expect(widget.frame).not.toBeVisible();
});

test('until it can be typed in, four requests are made and 16 KB sent', async ({
  widget,
  page,
  server,
  site,
}) => {
  const bytes: number[] = [];
  page.on('response', async (response) => {
    const { pathname, origin } = new URL(response.url());
    if (origin !== server.url || pathname.startsWith('/api/')) return;
    bytes.push(Number((await response.allHeaders())['content-length']));
  });
  await widget.visit('plain.html', { as: 'newcomer' });
  await widget.launcher.click();
  await expect(widget.composer).toBeFocused();
  expect(widget.asked.filter((path) => !path.startsWith('/api/'))).toHaveLength(4);
  expect(bytes.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(16_384);

  const loader = await fetch(`${server.url}/widget.js?app=${site.app.key}`, {
    headers: { 'accept-encoding': 'br' },
  });
  expect(Number(loader.headers.get('content-length'))).toBeLessThanOrEqual(1_536);
  const best = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };
  expect(brotliCompressSync(await loader.text(), best).length).toBeLessThanOrEqual(1_536);
});

test('focus by keyboard prepares the panel and Enter opens it', async ({ widget, page }) => {
  await widget.visit('plain.html', { as: 'olga' });
  await expect(widget.launcher).toBeVisible();
  await page.locator('#open').focus();
  await page.keyboard.press('Tab');
  await expect(widget.launcher).toBeFocused();
  await expect(widget.frame).toBeAttached();
  await page.keyboard.press('Enter');
  await expect(widget.launcher).toHaveAttribute('aria-expanded', 'true');
  await expect(widget.composer).toBeFocused();
});

test("the host's styles do not reach the launcher, and ours do not reach the host", async ({
  widget,
  page,
}) => {
  await widget.visit('plain.html');
  const styleOf = () => page.locator('h1').evaluate((node) => JSON.stringify(getComputedStyle(node)));
  const before = await styleOf();
  await page.evaluate(() => window.Beseda('init'));
  await expect(widget.launcher).toBeVisible();
  const style = await widget.launcher.evaluate((node) => {
    const { fontSize, letterSpacing, color } = getComputedStyle(node);
    return { fontSize, letterSpacing, color };
  });
  expect(style).toEqual({ fontSize: '15px', letterSpacing: 'normal', color: 'rgb(255, 255, 255)' });
  expect(await styleOf()).toBe(before);
  const globals = await page.evaluate(() => Object.keys(window).filter((name) => /beseda/i.test(name)));
  expect(globals).toEqual(['Beseda']);
});

test('on a narrow page the pill is a round button that keeps its name', async ({ widget, page }) => {
  await page.setViewportSize({ width: 360, height: 640 });
  await widget.visit('plain.html', {});
  await expect(page.getByRole('button', { name: 'Начать беседу' })).toBeVisible();
  const box = await widget.launcher.boundingBox();
  expect([box?.width, box?.height]).toEqual([56, 56]);
});

test('the panel takes a corner on a desktop and the screen on a phone', async ({ widget, page }) => {
  await widget.visit('plain.html', { position: 'left' });
  await widget.launcher.click();
  await expect(widget.frame).toBeVisible();
  await expect.poll(() => widget.frame.boundingBox()).toEqual({ x: 20, y: 60, width: 400, height: 720 });
  await page.setViewportSize({ width: 360, height: 640 });
  await expect.poll(() => widget.frame.boundingBox()).toEqual({ x: 0, y: 0, width: 360, height: 640 });
});

test('a script that is loaded twice draws one launcher', async ({ widget, page, server, site }) => {
  await widget.visit('plain.html', {});
  await expect(widget.launcher).toBeVisible();
  await page.addScriptTag({ url: `${server.url}/widget.js?app=${site.app.key}&again` });
  await widget.call('init', {});
  await expect(page.locator('beseda-widget')).toHaveCount(1);
  await expect(widget.launcher).toHaveCount(1);
});

test('print leaves it out, and a page from the back-forward cache has it', async ({ widget, page, site }) => {
  await widget.visit('plain.html', {});
  await page.emulateMedia({ media: 'print' });
  await expect(widget.launcher).not.toBeVisible();
  await page.emulateMedia({ media: 'screen' });
  await page.goto(`${site.origin}/spa.html`);
  await page.goBack();
  await expect(page.locator('h1')).toBeVisible();
  const restored = await page.evaluate(() => window.recorded.length);
  if (restored === 0) await widget.call('init', {});
  await expect(widget.launcher).toBeVisible();
});
