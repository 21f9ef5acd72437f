import { expect, test } from './widget-test';

test('works under a policy without inline styles, with Trusted Types and no policy of ours', async ({
  widget,
  page,
}) => {
  await widget.visit('strict.html');
  await expect(widget.launcher).toHaveText('Start a conversation');
  await expect(widget.launcher).toHaveCSS('position', 'fixed');
  await expect(widget.launcher).toHaveCSS('color', 'rgb(255, 255, 255)');
  await widget.launcher.click();
  await expect(widget.composer).toBeFocused();
  await widget.composer.fill('How do I create a request?');
  await expect(widget.panel.getByText('Create a support request').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(widget.frame).not.toBeVisible();
  expect(await page.evaluate(() => window.violations)).toEqual([]);
});

test('watches failures under that policy too, and changes nothing of the page', async ({ widget, page }) => {
  await widget.visit('strict.html');
  await widget.launcher.waitFor();
  const before = await page.evaluate(() => [window.onerror, String(window.fetch), String(XMLHttpRequest)]);
  const loaded = page.waitForResponse((response) => response.url().includes('/watch-failures-'));
  await page.evaluate(() => window.Beseda('update', { diagnostics: true }));
  await loaded;
  await page.evaluate(() => fetch('/missing.html?secret=1'));
  await widget.launcher.click();
  await widget.composer.fill('How do I create a request?');
  await expect(widget.panel.getByRole('checkbox', { name: /^Failed requests 404/ })).toBeChecked();
  expect(await page.evaluate(() => [window.onerror, String(window.fetch), String(XMLHttpRequest)])).toEqual(
    before,
  );
  expect(await page.evaluate(() => window.violations)).toEqual([]);
  // The browser's own word about the missing page.
  expect(widget.noise.splice(0)).toEqual([expect.stringContaining('missing.html')]);
});

test('explains how to paste a screenshot where that policy lets no page be drawn', async ({ widget }) => {
  await widget.visit('strict.html');
  await widget.launcher.click();
  await widget.panel.getByRole('button', { name: 'Screenshot' }).click();
  await expect(widget.panel.getByRole('alert')).toContainText('paste it into the field');
  // The browser reports what the policy has stopped.
  for (const line of widget.noise.splice(0)) expect(line).toMatch(/Content Security Policy|TrustedHTML/);
});

test('works from the npm entry under nonces and strict-dynamic', async ({ widget, page }) => {
  await widget.visit('nonce.html');
  await expect(widget.launcher).toHaveText('Start a conversation');
  await widget.heard('ready');
  await widget.launcher.click();
  await expect(widget.frame).toBeVisible();
  await widget.heard('open');
  expect(await page.evaluate(() => window.violations)).toEqual([]);
});
