import type { BrowserContext, BrowserContextOptions, Locator, Page } from '@playwright/test';
import { test as base } from '../panel/panel-test';
import type { App } from '../support/server-process';
import { type Person, signToken } from '../support/sign-token';

interface VisitorOptions {
  /** Who it is, where that matters. */
  who?: Partial<Person>;
  browser?: BrowserContextOptions;
  /** Where the host's form leads: `new` or a number. */
  to?: string;
  locale?: 'ru' | 'en';
}

/** Somebody who has come from their own system to «Мои обращения». */
export interface Visitor {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly who: Person;
  readonly list: Locator;
  /** What is shown beside the list. */
  readonly shown: Locator;
  readonly messages: Locator;
  readonly field: Locator;
  /** Writes a new request; answers its number. */
  ask(text: string): Promise<number>;
  reply(text: string): Promise<void>;
}

interface PortalFixtures {
  visitor: (options?: VisitorOptions) => Promise<Visitor>;
}

const HOST_PAGE = '/host.html';
let visitors = 0;

function describe(traits: Partial<Person> = {}): Person {
  visitors += 1;
  const company = { id: `visitors-${visitors}`, name: 'Ромашка', plan: 'start', region: 'RU' };
  return { sub: `visitor-${visitors}`, name: 'Ольга Седова', role: 'staff', company, ...traits };
}

/** What a product team puts into its own pages: a form that brings a signed token to the support centre. */
const hostPage = (app: App, token: string, { to = '', locale = 'ru' }: VisitorOptions) => `<!doctype html>
<html lang="ru"><meta charset="utf-8"><title>Система</title><h1>Система</h1>
<form method="post" action="/help/session">
  <input type="hidden" name="app" value="${app.key}"><input type="hidden" name="token" value="${token}">
  <input type="hidden" name="locale" value="${locale}"><input type="hidden" name="to" value="${to}">
  <button>Мои обращения</button>
</form></html>`;

function drive(page: Page, context: BrowserContext, who: Person): Visitor {
  const shown = page.locator('.shown');
  const field = shown.getByRole('textbox').first();
  const send = shown.getByRole('button', { name: /^(Отправить|Send)$/ });
  return {
    page,
    context,
    who,
    shown,
    field,
    list: page.locator('.requests'),
    messages: shown.getByRole('log').getByRole('article'),
    async ask(text) {
      await page.getByRole('link', { name: /^(Новое обращение|New request)$/ }).click();
      await page.waitForURL(/\/requests\/new$/);
      await shown.getByRole('heading', { level: 2, name: /^(Новое обращение|New request)$/ }).waitFor();
      await field.fill(text);
      await send.click();
      const title = shown.getByRole('heading', { level: 2, name: /№ \d+/ });
      return Number(/\d+/.exec((await title.textContent()) ?? '')?.[0]);
    },
    async reply(text) {
      await field.fill(text);
      await send.click();
    },
  };
}

export const test = base.extend<PortalFixtures>({
  visitor: async ({ browser, server, ownApp }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (options = {}) => {
      const who = describe(options.who);
      const context = await browser.newContext({ locale: 'ru-RU', ...options.browser });
      contexts.push(context);
      await context.route(server.url + HOST_PAGE, async (route) =>
        route.fulfill({
          body: hostPage(ownApp, await signToken(ownApp, who), options),
          contentType: 'text/html',
        }),
      );
      const page = await context.newPage();
      await page.goto(server.url + HOST_PAGE);
      await page.getByRole('button', { name: 'Мои обращения' }).click();
      return drive(page, context, who);
    });
    for (const context of contexts) await context.close();
  },
});
export { expect } from '../fixtures';
