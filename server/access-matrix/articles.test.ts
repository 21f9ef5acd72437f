import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { READER_ROLES, VISIBILITIES } from '@beseda/shared/domain/words';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bumpArticlesVersion } from '../articles/articles-version';
import { importArticles } from '../articles/import-articles';
import type { Rule } from '../articles/load-articles';
import { type RequesterActor, SYSTEM } from '../db/actor';
import { PORTAL_COOKIE } from '../routes/portal-routes';
import { makeSession } from '../testing/make-session';
import { openWorld, type World } from './open-world';

const PLANS = ['start', 'business', 'network'];
const ARTICLES = 20;
const SECTIONS = 5;
const FIRST = 5_000;

/** xorshift32: the same rules in every run. */
function generator(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}
const random = generator(20_261_127);
const some = <T>(words: readonly T[]): T[] => (random(2) > 0 ? [] : words.filter(() => random(2) === 0));
const randomRule = (): Rule => ({
  visibility: VISIBILITIES[Math.max(0, random(8) - 5)] ?? 'public',
  plans: some(PLANS),
  roles: some(READER_ROLES),
});

const CATEGORY_RULES = [randomRule(), randomRule()];
const SECTION_RULES = Array.from({ length: SECTIONS }, randomRule);
/** Words that stand nowhere else: one of the title, one of the text. */
const wordOf = (kind: 'z' | 'q', at: number) =>
  `${kind}${[...String(FIRST + at)].map((digit) => 'bdfgklmnpr'[Number(digit)]).join('o')}a`;
const written = Array.from({ length: ARTICLES }, (_, at) => {
  const section = at % SECTIONS;
  const rule = randomRule();
  const above = [SECTION_RULES[section], CATEGORY_RULES[section % 2]].filter((one) => one !== undefined);
  return { at, number: FIRST + at, title: wordOf('z', at), text: wordOf('q', at), section, rule, above };
});
type Written = (typeof written)[number];

/** The rule in other words than the server's. */
function isFor({ rule, above }: Written, viewer: { plan: string | null; manager: boolean } | null): boolean {
  return [rule, ...above].every(({ visibility, plans, roles }) => {
    if (viewer === null) return visibility === 'public' && plans.length + roles.length === 0;
    if (visibility === 'agents') return false;
    const onPlan = plans.length === 0 || plans.includes(viewer.plan ?? 'none');
    return onPlan && (roles.length === 0 || roles.includes(viewer.manager ? 'manager' : 'staff'));
  });
}

let world: World;

beforeAll(async () => {
  world = await openWorld();
  const folder = await mkdtemp(join(tmpdir(), 'beseda-rules-'));
  const links = written.map(({ number }) => `[${number}](article:${number})`).join(' ');
  for (const locale of ['ru', 'en']) {
    await mkdir(join(folder, locale));
    for (const { at, number, title, text, section, rule } of written) {
      const head = [
        ['number', String(number)],
        ['locale', locale],
        ['slug', `${title}-${locale}`],
        ['title', `${title} about payouts`],
        ['category', `Category ${section % 2} ${locale}`],
        ['section', `Section ${section} ${locale}`],
        ['routes', '[/rules]'],
        ['visibility', rule.visibility],
        ['plans', `[${rule.plans.join()}]`],
        ['roles', `[${rule.roles.join()}]`],
      ].map(([key, value]) => `${key}: ${value}\n`);
      const body = `---\n${head.join('')}---\nText ${text} of the article. ${links}`;
      await writeFile(join(folder, locale, `${at}.md`), body);
    }
  }
  const report = await importArticles(world.services, folder, { strict: true });
  expect(report).toMatchObject({ created: 2 * ARTICLES, bad: [] });
  await rm(folder, { recursive: true });
  await world.services.database.inTransaction(SYSTEM, async (tx) => {
    for (const [at, rule] of SECTION_RULES.entries()) {
      await tx.sql`
        update section_places set ${tx.sql(rule)}
        where number in (select number from sections where title like ${`Section ${at} %`})`;
    }
    for (const [at, rule] of CATEGORY_RULES.entries()) {
      await tx.sql`
        update category_places set ${tx.sql(rule)}
        where number in (select number from categories where title like ${`Category ${at} %`})`;
    }
    await bumpArticlesVersion(tx);
  });
  await world.services.articles.refresh();
});
afterAll(() => world.close());

/** Every way of asking that whoever is no agent has, with every article put into it. */
function listAddresses(): string[] {
  const routes = [...world.app.accessByRoute]
    .filter(([route, access]) => route.startsWith('GET ') && access !== 'agent' && access !== 'admin')
    .map(([route]) => route.slice('GET '.length))
    .filter((url) => /^\/(help|api\/v1\/articles|sitemap|feed)/.test(url));
  const places = written.flatMap(({ number, title, text }) => {
    const typo = `${text.slice(0, -2)}x${text.slice(-1)}`;
    return [
      { id: String(number), q: text },
      { id: `${title}-ru`, q: typo },
    ];
  });
  const sections = Array.from({ length: 16 }, (_, at) => ({ id: String(at + 1), q: 'payouts' }));
  const filled = routes.flatMap((url) =>
    [...places, ...sections].flatMap(({ id, q }) =>
      ['ru', 'en'].map((locale) => {
        const path = url
          .replace(':locale', locale)
          .replace(/:[a-zA-Z]+/g, id)
          .replace('*', '');
        return `${path}?q=${q}&locale=${locale}&limit=20&route=/rules`;
      }),
    ),
  );
  const asked = ['ru', 'en'].map(
    (locale) => `/api/v1/articles/suggest?route=/rules&limit=20&locale=${locale}`,
  );
  return [...new Set([...filled, ...asked])];
}

async function waysIn(actor: RequesterActor | null): Promise<Record<string, string>[]> {
  if (!actor) return [{}];
  const bearer = await makeSession(world.services, actor);
  const cookie = await makeSession(world.services, { ...actor, channel: 'portal' });
  return [{ authorization: `Bearer ${bearer.secret}` }, { cookie: `${PORTAL_COOKIE}=${cookie.secret}` }];
}

/** What this one is shown although it is not for them, and whether they are given each article that is. */
async function look(viewer: { plan: string | null; manager: boolean } | null) {
  const actor = viewer && (viewer.manager ? world.ours.manager : world.ours.owner);
  if (viewer) {
    await world.services.database.inTransaction(
      SYSTEM,
      ({ sql }) => sql`update companies set plan = ${viewer.plan} where id = ${world.ours.id}`,
    );
  }
  const hidden = written.filter((article) => !isFor(article, viewer));
  const leaks: string[] = [];
  const ways = await waysIn(actor);
  for (const url of listAddresses()) {
    // The API takes no cookie of the support centre, and its pages no bearer.
    const headers = (url.startsWith('/api') ? ways[0] : ways.at(-1)) ?? {};
    const { body, headers: sent } = await world.app.inject({ url, headers });
    const shown = `${body} ${sent.location ?? ''}`;
    for (const { number, title, text } of hidden) {
      const own = url.includes(`${title}-`) || url.includes(text);
      if (shown.includes(title) && !url.includes(title)) leaks.push(`${url} shows ${number}`);
      if (shown.includes(`>${title}`)) leaks.push(`${url} shows the title of ${number}`);
      if (shown.includes(text) && !own) leaks.push(`${url} shows the text of ${number}`);
    }
  }
  const given = await Promise.all(
    written.map(async ({ number }) => {
      const { statusCode } = await world.app.inject({
        url: `/api/v1/articles/${number}`,
        headers: ways[0] ?? {},
      });
      return statusCode === 200;
    }),
  );
  return { leaks, given, expected: written.map((article) => isFor(article, viewer)) };
}

describe('whatever the rules of articles, sections and categories are', () => {
  const viewers = [
    null,
    ...[...PLANS, null].flatMap((plan) => [false, true].map((manager) => ({ plan, manager }))),
  ];

  it('no page and no answer shows what its reader may not read; a plan counts from its change on', async () => {
    await world.services.database.inTransaction(
      SYSTEM,
      ({ sql }) => sql`update plans set is_default = false`,
    );
    const counts = new Set<number>();
    for (const viewer of viewers) {
      const { leaks, given, expected } = await look(viewer);
      expect(leaks, JSON.stringify(viewer)).toEqual([]);
      expect(given, JSON.stringify(viewer)).toEqual(expected);
      counts.add(expected.filter(Boolean).length);
    }
    // The rules of this seed tell readers apart: not everybody reads as much.
    expect(counts.size).toBeGreaterThan(3);
  });

  it('an agent reads everything', async () => {
    const headers = await world.headersOf('agent');
    for (const { number } of written) {
      const { statusCode } = await world.app.inject({ url: `/api/v1/articles/${number}`, headers });
      expect(statusCode).toBe(200);
    }
  });
});
