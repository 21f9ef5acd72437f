import { uuidv7 } from '@beseda/shared/domain/uuid';
import type { VoteReason } from '@beseda/shared/domain/words';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Context } from '../context/context';
import { type RequesterActor, SYSTEM } from '../db/actor';
import type { TestDatabase } from '../testing/clone-database';
import { cloneTestDatabase } from '../testing/clone-test-database';
import { as, makeAgent, makeRequester, makeServices, type TestServices } from '../testing/make-services';
import { listReportCompanies } from './list-report-companies';
import { reportVotes } from './report-votes';

const MINUTE = 60_000;

let clone: TestDatabase;
let services: TestServices;
let vita: RequesterActor;
let other: RequesterActor;
let agent: Context;
let minutes = 0;

interface Vote {
  by?: RequesterActor;
  article?: number;
  helpful?: boolean;
  reason?: VoteReason;
  comment?: string;
}

const vote = ({ by, article = 1, helpful = false, reason, comment = '' }: Vote) =>
  services.database.inTransaction(
    SYSTEM,
    ({ sql }) => sql`
      insert into article_votes (article_number, voter_id, company_id, locale, helpful, reason, comment, created_at)
      values (${article}, ${uuidv7()}, ${by?.companyId ?? null}, 'ru', ${helpful}, ${reason ?? null}, ${comment},
        ${new Date(services.clock.now + MINUTE * minutes++).toISOString()})`,
  );

beforeAll(async () => {
  clone = await cloneTestDatabase();
  services = makeServices(clone.appUrl);
  vita = await makeRequester(services, { company: 'vita' });
  other = await makeRequester(services, { company: 'other' });
  await makeRequester(services, { company: 'silent' });
  agent = as(services, await makeAgent(services));
  await services.database.inTransaction(SYSTEM, async ({ sql }) => {
    await sql`insert into sections (number, locale, slug, title) values (1, 'ru', 's', 'S')`;
    await sql`
      insert into articles (number, locale, slug, title, section_number, keywords, routes, author, posted, updated, visibility, body)
      select n, 'ru', 'a' || n, 'Статья ' || n, 1, '{}', '{}', '', now(), now(), 'public', 'x' from generate_series(1, 3) n`;
  });
  await vote({ helpful: true, article: 2 });
  await vote({ by: other, reason: 'unclear', comment: 'Где кнопка?' });
  await vote({ by: vita, reason: 'unclear' });
  await vote({ by: vita, reason: 'wrong', comment: 'Так было раньше' });
  for (const n of [1, 2, 3, 4]) await vote({ comment: `Ещё ${n}` });
  await vote({ helpful: true });
  await vote({ article: 404, comment: 'Этой статьи уже нет' });
});
afterAll(async () => {
  await services.database.close();
  await clone.drop();
});

describe('the report of votes', () => {
  it('puts first what helped least, with the reasons and the latest words of those who said no', async () => {
    const { results } = await reportVotes(agent, { limit: 9 });
    expect(results).toMatchObject([
      {
        number: 1,
        yes: 1,
        no: 7,
        url: '/help/ru/article/1-a1',
        reasons: [
          { reason: 'unclear', count: 2 },
          { reason: 'wrong', count: 1 },
        ],
      },
      { number: 2, yes: 1, no: 0, reasons: [], comments: [] },
    ]);
    expect(results[0]?.comments.map(({ text, reason }) => [text, reason])).toEqual([
      ['Ещё 4', null],
      ['Ещё 3', null],
      ['Ещё 2', null],
      ['Ещё 1', null],
      ['Так было раньше', 'wrong'],
    ]);
  });

  it('of one company tells nothing of others', async () => {
    const { results } = await reportVotes(agent, { limit: 9, company: other.companyId });
    expect(results).toMatchObject([
      {
        number: 1,
        yes: 0,
        no: 1,
        reasons: [{ reason: 'unclear', count: 1 }],
        comments: [{ text: 'Где кнопка?' }],
      },
    ]);
    expect(results).toHaveLength(1);
  });

  it('can be of the companies that searched or voted, by name', async () => {
    expect((await listReportCompanies(agent)).results).toEqual([
      { id: other.companyId, name: 'other' },
      { id: vita.companyId, name: 'vita' },
    ]);
  });

  it('is for agents alone', async () => {
    const asker = as(services, vita);
    await expect(reportVotes(asker, { limit: 9 })).rejects.toMatchObject({ code: 'forbidden' });
    await expect(listReportCompanies(asker)).rejects.toMatchObject({ code: 'forbidden' });
  });
});
