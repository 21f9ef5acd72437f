import type { BrowserContext, BrowserContextOptions, FrameLocator, Locator, Page } from '@playwright/test';
import { test as base, expect } from '../fixtures';
import { openWithoutStorage } from '../support/open-without-storage';
import type { App } from '../support/server-process';
import { type Person, signToken } from '../support/sign-token';

/** One person's browser tab with the panel open on a host page. */
export interface Tab {
  readonly page: Page;
  readonly panel: FrameLocator;
  readonly launcher: Locator;
  /** The field of the shown screen. */
  readonly field: Locator;
  /** Messages of the open conversation as they are shown, oldest first. */
  readonly messages: Locator;
  /** Types a question and sends it; answers the ticket's number. */
  ask(text: string): Promise<number>;
  open(): Promise<void>;
}

/** An agent who works through REST. */
export interface Agent {
  answer(
    number: number,
    text: string,
    files?: { name: string; type: string; bytes: Buffer }[],
  ): Promise<void>;
  change(number: number, patch: Record<string, unknown>): Promise<void>;
  /** Texts of all messages of a ticket, oldest first. */
  read(number: number): Promise<string[]>;
  ticket(number: number): Promise<Record<string, unknown>>;
}

interface PersonOptions extends Partial<Person> {
  /** Given to `init` besides `getToken`. */
  init?: Record<string, unknown>;
  /** The host page is on another site, where this browser gives an iframe no storage. */
  elsewhere?: boolean;
  browser?: BrowserContextOptions;
}

interface PanelFixtures {
  /** A new person of a customer company in a browser of their own. */
  person: (options?: PersonOptions) => Promise<PersonTabs>;
  agent: Agent;
}
export interface PersonTabs {
  readonly context: BrowserContext;
  tab(): Promise<Tab>;
}

let people = 0;

function describePerson(options: Partial<Person>): Person {
  people += 1;
  const company = { id: `company-${people}`, name: 'Ромашка', plan: 'start', region: 'RU' };
  return { sub: `person-${people}`, name: 'Ольга Седова', role: 'staff', company, ...options };
}

async function openTab(page: Page, url: string, init: Record<string, unknown>): Promise<Tab> {
  const panel = page.frameLocator('beseda-widget iframe');
  const launcher = page.locator('beseda-widget button');
  const field = panel.getByRole('textbox').first();
  await page.goto(url);
  await page.evaluate((options) => {
    window.Beseda('init', { getToken: window.tokenOf('me'), ...options });
  }, init);
  const open = async () => {
    await launcher.click();
    await field.waitFor();
  };
  await open();
  return {
    page,
    panel,
    launcher,
    field,
    open,
    messages: panel.getByRole('log').getByRole('article'),
    async ask(text) {
      // A conversation that is being left has a field of its own until the next drawing.
      await expect(panel.getByRole('log')).toHaveCount(0);
      await field.fill(text);
      await panel.getByRole('button', { name: /^(Отправить|Send)$/ }).click();
      const title = panel.getByRole('heading', { level: 1, name: /№ \d+/ });
      return Number(/\d+/.exec((await title.textContent()) ?? '')?.[0]);
    },
  };
}

const HOST_PAGE = '/admin.html';

/** A host page on the server's own site; the test serves it, so that it also stands while the server is down. */
const hostPage = (app: string) => `<!doctype html><html lang="ru"><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>Участники</title><h1>Участники</h1>
<script>window.Beseda=window.Beseda||function(){(Beseda.q=Beseda.q||[]).push(arguments)}</script>
<script async src="/widget.js?app=${app}"></script>
<script>window.tokenOf = () => () => fetch('/token?as=me').then((answer) => answer.text())</script></html>`;

export const test = base.extend<PanelFixtures, { apiToken: string; ownApp: App }>({
  apiToken: [
    async ({ server }, use) =>
      use(await server.beseda('token', 'create', '--name', 'Tests', '--role', 'agent')),
    { scope: 'worker' },
  ],
  ownApp: [async ({ server }, use) => use(await server.addApp('Own site', server.url)), { scope: 'worker' }],
  person: async ({ browser, server, site, ownApp }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async ({ init = {}, elsewhere = false, browser: options = {}, ...traits } = {}) => {
      const who = describePerson(traits);
      const context = elsewhere
        ? await openWithoutStorage(browser)
        : await browser.newContext({ locale: 'ru-RU', ...options });
      contexts.push(context);
      const app = elsewhere ? site.app : ownApp;
      await context.route('**/token?as=me', async (route) =>
        route.fulfill({ body: await signToken(app, who) }),
      );
      await context.route(`${server.url}${HOST_PAGE}`, (route) =>
        route.fulfill({ body: hostPage(app.key), contentType: 'text/html' }),
      );
      const url = elsewhere ? `${site.origin}/plain.html` : server.url + HOST_PAGE;
      return { context, tab: async () => openTab(await context.newPage(), url, init) };
    });
    for (const context of contexts) await context.close();
  },
  agent: async ({ server, apiToken }, use) => {
    const call = async (method: string, path: string, body?: BodyInit) => {
      const headers: Record<string, string> = { authorization: `Bearer ${apiToken}` };
      if (typeof body === 'string') headers['content-type'] = 'application/json';
      const response = await fetch(`${server.url}/api/v1${path}`, { method, headers, ...(body && { body }) });
      if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
      return response.json() as Promise<unknown>;
    };
    await use({
      async answer(number, text, files = []) {
        const attachments: string[] = [];
        for (const { name, type, bytes } of files) {
          const form = new FormData();
          form.append('file', new Blob([new Uint8Array(bytes)], { type }), name);
          const { id } = (await call('POST', `/files?clientId=${crypto.randomUUID()}`, form)) as {
            id: string;
          };
          attachments.push(id);
        }
        const message = { clientId: crypto.randomUUID(), text, ...(attachments[0] && { attachments }) };
        await call('POST', `/tickets/${number}/messages`, JSON.stringify(message));
      },
      async change(number, patch) {
        await call('PATCH', `/tickets/${number}`, JSON.stringify(patch));
      },
      ticket: (number) => call('GET', `/tickets/${number}`) as Promise<Record<string, unknown>>,
      async read(number) {
        const page = (await call('GET', `/tickets/${number}/messages`)) as { results: { text: string }[] };
        return page.results.map(({ text }) => text);
      },
    });
  },
});
export { expect } from '../fixtures';
