import type { BrowserContext, Page } from '@playwright/test';
import type postgres from 'postgres';
import { test as base } from '../fixtures';
import { openSql } from '../support/open-sql';
import { type Requester, signInRequester } from './requester';

export { expect } from '../fixtures';

/** The demo's agents. */
export type AgentName = 'anna' | 'mikhail';
type Session = Awaited<ReturnType<BrowserContext['storageState']>>;

interface DeskFixtures {
  /** A page of its own, with the agent signed in at the first view. */
  agent: (who?: AgentName) => Promise<Page>;
  /** One of the demo host's people: `start`, `business`, `network`, `enterprise`. */
  requester: (as: string) => Promise<Requester>;
}
interface DeskWorkerFixtures {
  linkFor: (who: AgentName) => Promise<string>;
  sessionOf: (who: AgentName) => Promise<Session>;
  /** The server's database as its owner, for what would take too long through the front door. */
  sql: postgres.Sql;
}

export const test = base.extend<DeskFixtures, DeskWorkerFixtures>({
  baseURL: async ({ server }, use) => use(server.url),
  linkFor: [
    async ({ server }, use) => use((who) => server.beseda('agent', 'link', '--email', `${who}@desk.example`)),
    { scope: 'worker' },
  ],
  sessionOf: [
    async ({ browser, linkFor }, use) => {
      const known = new Map<AgentName, Promise<Session>>();
      const signIn = async (who: AgentName) => {
        const page = await browser.newPage({ locale: 'ru-RU' });
        await openSignedIn(page, await linkFor(who));
        const session = await page.context().storageState();
        await page.close();
        return session;
      };
      await use((who) => {
        const session = known.get(who) ?? signIn(who);
        known.set(who, session);
        return session;
      });
    },
    { scope: 'worker' },
  ],
  sql: [
    async ({ server }, use) => {
      const sql = await openSql(server);
      await use(sql);
      await sql.end();
    },
    { scope: 'worker' },
  ],
  agent: async ({ browser, server, sessionOf }, use) => {
    const contexts: BrowserContext[] = [];
    const errors: Error[] = [];
    await use(async (who = 'anna') => {
      const context = await browser.newContext({
        baseURL: server.url,
        locale: 'ru-RU',
        viewport: { width: 1280, height: 800 },
        storageState: await sessionOf(who),
      });
      contexts.push(context);
      context.on('weberror', (error) => errors.push(error.error()));
      const page = await context.newPage();
      await openSignedIn(page, '/desk/unassigned');
      return page;
    });
    for (const context of contexts) await context.close();
    if (errors.length > 0) throw new AggregateError(errors, 'The desk threw');
  },
  requester: async ({ server }, use) => {
    const people: Requester[] = [];
    await use(async (as) => {
      const token = await (await fetch(`${server.url}/demo/support-token?as=${as}`)).text();
      const person = await signInRequester(server.url, token);
      people.push(person);
      return person;
    });
    for (const person of people) person.close();
  },
});

/** Opens an address of the desk and waits until the queue is followed. */
async function openSignedIn(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.getByRole('link', { name: /^Без исполнителя \d/ }).waitFor();
}
