import type { CommentState, Locale } from '@beseda/shared/domain/words';
import type { StoredAttachment } from '../conversations/stored-event';
import type { Transaction } from '../db/connect';
import { toIso } from '../db/instants';

interface StoredAnswer {
  id: string;
  agent: string | null;
  at: string;
  text: string;
}

export interface StoredComment {
  id: string;
  articleNumber: number;
  locale: Locale;
  personId: string | null;
  person: string | null;
  company: string | null;
  text: string;
  state: CommentState;
  decidedBy: string | null;
  createdAt: string;
  files: StoredAttachment[];
  answers: StoredAnswer[];
}

type Row = Omit<StoredComment, 'files' | 'answers'>;

/** The comments that `where` and `order` choose, whole. */
export async function loadComments(
  tx: Transaction,
  { where, tail }: { where: ReturnType<Transaction['sql']>; tail: ReturnType<Transaction['sql']> },
): Promise<StoredComment[]> {
  const rows = await tx.sql<Row[]>`
    select c.id, c.article_number as "articleNumber", c.locale, c.person_id as "personId", p.name as person,
      o.name as company, c.text, c.state, a.name as "decidedBy", c.created_at as "createdAt"
    from article_comments c left join people p on p.id = c.person_id left join companies o on o.id = c.company_id
      left join agents a on a.id = c.decided_by
    where c.answer_to is null and ${where} ${tail}`;
  const ids = rows.map(({ id }) => id);
  const files = groupBy(await loadFiles(tx, ids));
  const answers = groupBy(await loadAnswers(tx, ids));
  return rows.map((row) => ({
    ...row,
    createdAt: toIso(row.createdAt),
    files: files.get(row.id) ?? [],
    answers: (answers.get(row.id) ?? []).map((one) => ({ ...one, at: toIso(one.at) })),
  }));
}

async function loadFiles({ sql }: Transaction, ids: readonly string[]) {
  if (ids.length === 0) return [];
  return sql<(StoredAttachment & { commentId: string })[]>`
    select comment_id as "commentId", id, name, type, size, sha256, width, height, state, threat from attachments
    where comment_id = any(${[...ids]}::uuid[]) order by position`;
}

async function loadAnswers({ sql }: Transaction, ids: readonly string[]) {
  if (ids.length === 0) return [];
  return sql<(StoredAnswer & { commentId: string })[]>`
    select c.answer_to as "commentId", c.id, a.name as agent, c.created_at as at, c.text
    from article_comments c left join agents a on a.id = c.agent_id
    where c.answer_to = any(${[...ids]}::uuid[]) order by c.created_at, c.id`;
}

function groupBy<T extends { commentId: string }>(rows: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) groups.set(row.commentId, [...(groups.get(row.commentId) ?? []), row]);
  return groups;
}
