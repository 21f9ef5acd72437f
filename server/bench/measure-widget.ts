import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { findRoot } from '../config/find-root';
import { percentile } from './statistics';

const ROUNDS = 5;
/** Milliseconds and bytes per second: a slow mobile connection, and a processor four times slower than this one. */
const NETWORK = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 };
const CPU_RATE = 4;

/** What is used of Playwright, which belongs to another package. */
interface Page {
  goto(url: string, options?: object): Promise<unknown>;
  locator(selector: string): Locator;
  frameLocator(selector: string): { locator(selector: string): Locator };
  context(): {
    newCDPSession(page: Page): Promise<{ send(method: string, params: object): Promise<unknown> }>;
  };
}
interface Locator {
  first(): Locator;
  waitFor(options: object): Promise<void>;
  click(): Promise<void>;
}
interface Browser {
  newContext(): Promise<{ newPage(): Promise<Page>; close(): Promise<void> }>;
  close(): Promise<void>;
}

export interface WidgetTimes {
  /** Milliseconds from the click to a composer that has the focus; and from opening a page that is one input. */
  click: number;
  blank: number;
}

/** Null where there is no browser. `url`: of a server with the demo. */
export async function measureWidget(url: string): Promise<WidgetTimes | null> {
  const executablePath = [process.env['CHROME_EXE'], '/usr/bin/chromium'].find(
    (path) => path && existsSync(path),
  );
  if (!executablePath) return null;
  const fromTests = createRequire(join(findRoot(), 'e2e/package.json'));
  const { chromium } = fromTests('@playwright/test') as {
    chromium: { launch(options: object): Promise<Browser> };
  };
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic'],
  });
  const blank = await serveBlank();
  try {
    const clicks: number[] = [];
    const blanks: number[] = [];
    for (let i = 0; i < ROUNDS; i++) {
      blanks.push(await timeBlank(browser, blank.url));
      clicks.push(await timeClick(browser, url));
    }
    return { click: percentile(clicks, 0.5), blank: percentile(blanks, 0.5) };
  } finally {
    blank.close();
    await browser.close();
  }
}

async function timeBlank(browser: Browser, url: string): Promise<number> {
  return withPage(browser, async (page) => {
    await slowDown(page);
    const begun = performance.now();
    await page.goto(url, { waitUntil: 'commit' });
    await page.locator('input').waitFor({ state: 'visible' });
    return performance.now() - begun;
  });
}

/** A fresh browser profile: nothing is in its cache. The page is loaded before the network slows down. */
async function timeClick(browser: Browser, url: string): Promise<number> {
  return withPage(browser, async (page) => {
    await page.goto(`${url}/demo`, { waitUntil: 'load' });
    const launcher = page.locator('beseda-widget button').first();
    await launcher.waitFor({ state: 'visible' });
    await slowDown(page);
    const begun = performance.now();
    await launcher.click();
    await page
      .frameLocator('beseda-widget iframe')
      .locator('textarea:focus')
      .first()
      .waitFor({ state: 'visible' });
    return performance.now() - begun;
  });
}

async function withPage(browser: Browser, work: (page: Page) => Promise<number>): Promise<number> {
  const context = await browser.newContext();
  try {
    return await work(await context.newPage());
  } finally {
    await context.close();
  }
}

async function slowDown(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable', {});
  await session.send('Network.emulateNetworkConditions', NETWORK);
  await session.send('Emulation.setCPUThrottlingRate', { rate: CPU_RATE });
}

async function serveBlank(): Promise<{ url: string; close: () => void }> {
  const http = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end('<!doctype html><title>Blank</title><input autofocus>');
  });
  await new Promise<void>((resolve) => {
    http.listen(0, '127.0.0.1', resolve);
  });
  return { url: `http://127.0.0.1:${(http.address() as AddressInfo).port}/`, close: () => http.close() };
}
