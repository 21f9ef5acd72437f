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

test('works from the npm entry under nonces and strict-dynamic', async ({ widget, page }) => {
  await widget.visit('nonce.html');
  await expect(widget.launcher).toHaveText('Start a conversation');
  await widget.heard('ready');
  await widget.launcher.click();
  await expect(widget.frame).toBeVisible();
  await widget.heard('open');
  expect(await page.evaluate(() => window.violations)).toEqual([]);
});
