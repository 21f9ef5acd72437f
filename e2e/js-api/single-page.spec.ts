import type { CDPSession } from '@playwright/test';
import { expect, test } from './widget-test';

declare global {
  interface Window {
    mountSupport: () => Promise<void>;
    unmountSupport: () => void;
  }
}

/** What the page holds after the collector has run. */
async function countLeft(cdp: CDPSession) {
  await cdp.send('HeapProfiler.collectGarbage');
  const { documents, nodes, jsEventListeners } = await cdp.send('Memory.getDOMCounters');
  return { documents, nodes, jsEventListeners };
}

test('a hundred times mounted and unmounted, nothing is left behind', async ({ widget, page }) => {
  await widget.visit('spa.html');
  const cdp = await page.context().newCDPSession(page);
  const rounds = (count: number) =>
    page.evaluate(async (times) => {
      for (let i = 0; i < times; i++) {
        await window.mountSupport();
        if (document.querySelectorAll('beseda-widget').length !== 1) throw new Error('Not one launcher.');
        window.Beseda('suggest', [101]);
        window.unmountSupport();
        if (document.querySelector('beseda-widget, iframe')) throw new Error('Something stayed.');
      }
    }, count);
  await rounds(5);
  const before = await countLeft(cdp);
  await rounds(100);
  const after = await countLeft(cdp);
  expect(after.documents).toBeLessThanOrEqual(before.documents);
  expect(after.jsEventListeners).toBeLessThanOrEqual(before.jsEventListeners);
  expect(after.nodes).toBeLessThanOrEqual(before.nodes + 20);
});

test('with the panel open each time, no frame and no document stays', async ({ widget, page }) => {
  await widget.visit('spa.html');
  const cdp = await page.context().newCDPSession(page);
  const round = async () => {
    await page.evaluate(() => window.mountSupport());
    await widget.call('open');
    await expect(widget.frame).toBeVisible();
    await page.evaluate(() => window.unmountSupport());
    await expect(widget.frame).toHaveCount(0);
  };
  await round();
  const before = await countLeft(cdp);
  for (let i = 0; i < 5; i++) await round();
  const after = await countLeft(cdp);
  expect(after.documents).toBeLessThanOrEqual(before.documents);
  expect(after.jsEventListeners).toBeLessThanOrEqual(before.jsEventListeners);
});
