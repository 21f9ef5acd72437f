import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from './widget-test';

test('the focus goes in on open and back to the launcher when Esc closes', async ({ widget, page }) => {
  await widget.visit('plain.html', { as: 'olga' });
  await widget.launcher.press('Enter');
  await expect(widget.composer).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(widget.frame).not.toBeVisible();
  await expect(widget.launcher).toBeFocused();
  await expect(widget.launcher).toHaveAttribute('aria-expanded', 'false');
});

test('a close that the person did not ask for leaves their focus alone', async ({ widget, page }) => {
  await widget.visit('plain.html', { as: 'olga' });
  await widget.call('open');
  await expect(widget.composer).toBeFocused();
  await page.locator('#open').focus();
  await widget.call('close');
  await expect(widget.frame).not.toBeVisible();
  await expect(page.locator('#open')).toBeFocused();
});

test('the frame has a title, and launcher and panel pass axe in both themes', async ({ widget, page }) => {
  for (const theme of ['light', 'dark']) {
    await widget.visit('strict.html');
    await widget.call('update', { theme });
    await widget.launcher.focus();
    await expect(widget.launcher).toBeVisible();
    const closed = await new AxeBuilder({ page }).include('beseda-widget').analyze();
    expect(closed.violations).toEqual([]);
    await widget.call('open');
    await expect(widget.composer).toBeFocused();
    await expect(widget.frame).toHaveAttribute('title', 'Support');
    const open = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
      .analyze();
    expect(open.violations).toEqual([]);
  }
});
