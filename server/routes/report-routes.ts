import { LOCALES, VOTE_REASONS, type VoteReason } from '@beseda/shared/domain/words';
import { QUERY_REPORTS } from '@beseda/shared/protocol/searches';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { contextFor, type Services } from '../context/context';
import { writeCsvLine } from '../export/write-csv-line';
import { requireAgent } from '../http/authenticate';
import { listReportCompanies } from '../searches/list-report-companies';
import { reportArticles } from '../searches/report-articles';
import { reportQueries } from '../searches/report-queries';
import { reportVotes } from '../searches/report-votes';
import { Uuid } from './admin-shapes';

const Day = Type.Optional(Type.String({ maxLength: 10 }));
const narrowing = {
  from: Day,
  to: Day,
  locale: Type.Optional(Type.Enum([...LOCALES])),
  plan: Type.Optional(Type.String({ maxLength: 100 })),
  company: Type.Optional(Uuid),
};
const Articles = Type.Object(narrowing);
const Queries = Type.Object({ ...narrowing, about: Type.Enum([...QUERY_REPORTS], { default: 'not_found' }) });

const LIMIT = 100;
const FILE_LIMIT = 5_000;
const base = '/api/v1/kb/reports';
const tags = ['knowledge'];
const config = { access: 'agent', rateLimit: { max: 60, timeWindow: '1 minute' } } as const;

/** What people looked for and what the articles did for them, for agents; as files too. */
export function reportRoutes(app: FastifyInstance, services: Services): void {
  const typed = app.withTypeProvider<TypeBoxTypeProvider>();
  const ctx = (request: FastifyRequest) => contextFor(services, requireAgent(request));
  const queries = { schema: { tags, querystring: Queries }, config };
  const articles = { schema: { tags, querystring: Articles }, config };
  typed.get(`${base}/queries`, queries, async (request) =>
    reportQueries(ctx(request), { ...request.query, limit: LIMIT }),
  );
  typed.get(`${base}/articles`, articles, async (request) =>
    reportArticles(ctx(request), { ...request.query, limit: 10 * LIMIT }),
  );
  typed.get(`${base}/queries.csv`, queries, async (request, reply) => {
    const { results } = await reportQueries(ctx(request), { ...request.query, limit: FILE_LIMIT });
    const rows = results.map((row) => ({
      ...row,
      tickets: row.tickets.join(' '),
      shown: row.shown.map(({ number }) => number).join(' '),
    }));
    return sendCsv(reply, 'queries.csv', QUERY_COLUMNS, rows);
  });
  typed.get(`${base}/articles.csv`, articles, async (request, reply) => {
    const { results } = await reportArticles(ctx(request), { ...request.query, limit: FILE_LIMIT });
    return sendCsv(reply, 'articles.csv', ARTICLE_COLUMNS, results);
  });
  typed.get(`${base}/companies`, { schema: { tags }, config }, async (request) =>
    listReportCompanies(ctx(request)),
  );
  voteRoutes(app, services);
}

function voteRoutes(app: FastifyInstance, services: Services): void {
  const typed = app.withTypeProvider<TypeBoxTypeProvider>();
  const ctx = (request: FastifyRequest) => contextFor(services, requireAgent(request));
  const votes = { schema: { tags, querystring: Articles }, config };
  typed.get(`${base}/votes`, votes, async (request) =>
    reportVotes(ctx(request), { ...request.query, limit: LIMIT }),
  );
  typed.get(`${base}/votes.csv`, votes, async (request, reply) => {
    const { results } = await reportVotes(ctx(request), { ...request.query, limit: FILE_LIMIT });
    const rows = results.map(({ number, locale, title, yes, no, reasons, comments }) => {
      const count = (one: string) => reasons.find(({ reason }) => reason === one)?.count ?? 0;
      const said = comments.map(({ text }) => text).join(' | ');
      const why = Object.fromEntries(VOTE_REASONS.map((one) => [one, count(one)]));
      return { number, locale, title, yes, no, ...(why as Record<VoteReason, number>), comments: said };
    });
    return sendCsv(reply, 'votes.csv', VOTE_COLUMNS, rows);
  });
}

const QUERY_COLUMNS = [
  'query',
  'locale',
  'people',
  'asked',
  'refused',
  'tickets',
  'shown',
  'weight',
] as const;
const ARTICLE_COLUMNS = [
  'number',
  'locale',
  'title',
  'shown',
  'opened',
  'helped',
  'refused',
  'asked',
  'passed',
  'yes',
  'no',
] as const;
const VOTE_COLUMNS = ['number', 'locale', 'title', 'yes', 'no', ...VOTE_REASONS, 'comments'] as const;

function sendCsv<K extends string>(
  reply: FastifyReply,
  name: string,
  columns: readonly K[],
  rows: readonly Record<K, string | number>[],
): FastifyReply {
  const lines = [[...columns], ...rows.map((row) => columns.map((column) => row[column]))];
  return reply
    .type('text/csv; charset=utf-8')
    .header('content-disposition', `attachment; filename="${name}"`)
    .send(`\ufeff${lines.map(writeCsvLine).join('')}`);
}
