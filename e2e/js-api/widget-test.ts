import type { FrameLocator, Locator, Page } from '@playwright/test';
import { test as base, expect } from '../fixtures';

type Recorded = [name: string, detail: unknown];

/** The widget on a host page, as the page's own code and its visitor meet it. */
export interface Widget {
  readonly launcher: Locator;
  readonly frame: Locator;
  readonly panel: FrameLocator;
  readonly composer: Locator;
  /** Opens a page of the host site; `init` only when options are given (`as`: who is signed in). */
  visit(name: string, options?: Record<string, unknown> & { as?: string }): Promise<void>;
  call(method: string, ...args: unknown[]): Promise<unknown>;
  recorded(name?: string): Promise<Recorded[]>;
  /** Waits for an event; its last detail. */
  heard(name: string): Promise<unknown>;
  /** What was asked of our server's origin, path only, in order. */
  readonly asked: string[];
  /** What the host page's console and error handlers were told. */
  readonly noise: string[];
}

declare global {
  interface Window {
    recorded: Recorded[];
    violations: string[];
    tokenOf: (person: string) => () => Promise<string>;
    Beseda: (...call: unknown[]) => unknown;
  }
}

function openWidget(page: Page, origin: string, serverUrl: string): Widget {
  const asked: string[] = [];
  const noise: string[] = [];
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.origin === serverUrl) asked.push(url.pathname);
  });
  page.on('pageerror', (error) => noise.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning')
      noise.push(`${message.text()} ${message.location().url}`.trim());
  });
  const panel = page.frameLocator('beseda-widget iframe');
  const recorded: Widget['recorded'] = (name) =>
    page.evaluate((wanted) => window.recorded.filter(([each]) => !wanted || each === wanted), name);
  return {
    asked,
    noise,
    panel,
    recorded,
    launcher: page.locator('beseda-widget button'),
    frame: page.locator('beseda-widget iframe'),
    composer: panel.getByRole('textbox').first(),
    async visit(name, options) {
      await page.goto(`${origin}/${name}`);
      if (!options) return;
      await page.evaluate(({ as, ...rest }) => {
        window.Beseda('init', as ? { ...rest, getToken: window.tokenOf(as) } : rest);
      }, options);
    },
    call: (method, ...args) => page.evaluate((call) => void window.Beseda(...call), [method, ...args]),
    async heard(name) {
      await expect
        .poll(async () => (await recorded(name)).length, { message: `event ${name}` })
        .toBeGreaterThan(0);
      return (await recorded(name)).at(-1)?.[1];
    },
  };
}

/** Fails when anything was said on the host page's console; a test that expects noise empties `widget.noise`. */
export const test = base.extend<{ widget: Widget }>({
  widget: async ({ page, site, server }, use) => {
    const widget = openWidget(page, site.origin, server.url);
    await use(widget);
    expect(widget.noise, 'console and errors of the host page').toEqual([]);
  },
});
export { expect } from '../fixtures';
