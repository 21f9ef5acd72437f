import { expect, test } from './widget-test';

/** What the browser itself says about a request that failed; none of our doing. */
const isOfTheBrowser = (line: string) =>
  /^Failed to load resource|^Access to .* blocked|ERR_CONNECTION_REFUSED/.test(line);

test('with the server away the host page meets no error, and it works again when it is back', async ({
  widget,
  server,
}) => {
  await widget.visit('plain.html', { as: 'olga' });
  await expect(widget.launcher).toBeVisible();
  await server.kill9();
  await widget.launcher.click();
  expect(await widget.heard('error')).toEqual({ code: 'unavailable' });
  await expect(widget.frame).toHaveCount(0);
  await expect(widget.launcher).toBeVisible();
  expect(widget.noise.splice(0).filter((line) => !isOfTheBrowser(line))).toEqual([]);

  await server.start();
  await widget.launcher.click();
  await expect(widget.composer).toBeFocused({ timeout: 15_000 });
  expect(widget.noise.splice(0).filter((line) => !isOfTheBrowser(line))).toEqual([]);
});

test('a page whose loader never arrives keeps its calls to itself', async ({ widget, server, page }) => {
  await server.kill9();
  await widget.visit('plain.html', { as: 'olga' });
  await page.evaluate(() => window.Beseda('open'));
  await expect(page.locator('h1')).toBeVisible();
  await expect(page.locator('beseda-widget')).toHaveCount(0);
  expect(widget.noise.splice(0).filter((line) => !isOfTheBrowser(line))).toEqual([]);
  await server.start();
});
