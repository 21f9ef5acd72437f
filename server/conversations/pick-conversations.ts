import type { TicketStatus, TicketType } from '@beseda/shared/domain/words';
import type postgres from 'postgres';
import { decodeCursor } from '../context/cursor';
import { Refusal } from '../context/refusal';
import type { RequesterActor } from '../db/actor';
import { toIso } from '../db/instants';
import { takeFirst } from '../db/take-first';
import type { ListRow } from './load-rows';

export interface ConversationFilter {
  /** `company`: all of it, for its managers. Else one's own and what one follows. */
  who?: 'own' | 'company';
  /** With `company`: what this colleague has asked. */
  person?: string;
  /** None: any. */
  status?: readonly TicketStatus[];
  /** `none`: those whose type nobody has said. */
  type?: TicketType | 'none';
  /** Words of the subject, of messages or of the requester's name, all of them; or the number. */
  q?: string;
}

type Sql = postgres.TransactionSql;
type Piece = postgres.PendingQuery<postgres.Row[]>;
type Input = ConversationFilter & { cursor?: string; limit: number };

/**
 * Which rows a page of the list has: picked first, joined then, as in the desk's queue. One row more than asked for. The
 * actor's own company and person come from the transaction, so that one plan can be kept for all.
 */
interface Picker {
  pick(sql: Sql, input: Input): Piece;
  /** What the cursor behind this row holds. */
  keysOf(row: ListRow): [string, string | number];
}

const MOST_WORDS = 8;

/** What one person has asked; one's own with what one follows. */
const OF_PERSON: Picker = {
  pick(sql, { person, cursor, limit, ...filter }) {
    const after = cursor === undefined ? null : decodeCursor(cursor, ['instant', 'id']);
    const rest = sql`${narrowed(sql, filter)}
      ${after ? sql`and (c.updated_at, c.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql``}
      order by c.updated_at desc, c.id desc ${takeFirst(sql, limit + 1)}`;
    const joined = joins(sql, filter);
    const followed = sql`union all
      (select c.id from followers f join conversations c on c.id = f.conversation_id ${joined}
        where f.person_id = beseda_person() ${rest})`;
    return sql`where c.id = any(array(
        (select c.id from conversations c ${joined} where c.person_id = ${person ?? sql`beseda_person()`} ${rest})
        ${person === undefined ? followed : sql``}))
      order by c.updated_at desc, c.id desc ${takeFirst(sql, limit + 1)}`;
  },
  keysOf: ({ changedAt, id }) => [toIso(changedAt), id],
};

/** All of the company; each status has its part of the index, in the order of the list. */
const OF_COMPANY: Picker = {
  pick(sql, { status, cursor, limit, ...filter }) {
    const after = cursor === undefined ? null : decodeCursor(cursor, ['instant', 'number']);
    const from = filter.q?.trim()
      ? sql`join conversations c on c.id = t.conversation_id ${asker(sql)}`
      : sql``;
    const page = (condition: Piece) => sql`
      select t.conversation_id from tickets t ${from}
      where t.company_id = beseda_company() ${condition} ${narrowed(sql, filter)}
        ${after ? sql`and (t.updated_at, t.number) < (${after[0]}::timestamptz, ${after[1]}::bigint)` : sql``}
      order by t.updated_at desc, t.number desc ${takeFirst(sql, limit + 1)}`;
    const picked = status?.length
      ? sql`select page.conversation_id from unnest(${[...new Set(status)]}::text[]) as asked (status)
          cross join lateral (${page(sql`and t.status = asked.status`)}) page`
      : page(sql``);
    return sql`where t.conversation_id = any(array(${picked}))
      order by t.updated_at desc, t.number desc ${takeFirst(sql, limit + 1)}`;
  },
  keysOf: ({ updatedAt, number }) => [toIso(updatedAt), number],
};

/** Refuses with forbidden who asks for more than they may see. */
export function pickerFor({ kind }: RequesterActor, { who, person }: ConversationFilter): Picker {
  const wide = who === 'company';
  if (kind !== 'manager' && (wide || person !== undefined)) {
    throw new Refusal('forbidden', 'Managers see all of their company.');
  }
  return wide && person === undefined ? OF_COMPANY : OF_PERSON;
}

const asker = (sql: Sql) => sql`join people p on p.id = c.person_id`;

function joins(sql: Sql, { status, type, q }: ConversationFilter): Piece {
  const ticket =
    status?.length || type || q?.trim() ? sql`join tickets t on t.conversation_id = c.id` : sql``;
  return sql`${ticket} ${q?.trim() ? asker(sql) : sql``}`;
}

function narrowed(sql: Sql, { status, type, q }: ConversationFilter): Piece {
  const text = q?.trim() ?? '';
  const words = text.split(/\s+/, MOST_WORDS).filter(Boolean);
  const number = /^[#№]?\s*(\d{1,15})$/.exec(text)?.[1];
  const ofType = type === 'none' ? sql`and t.type is null` : sql`and t.type = ${type ?? ''}`;
  const found = words.reduce((all, word) => sql`${all} and ${holds(sql, word)}`, sql`true`);
  return sql`${status?.length ? sql`and t.status = any(${[...status]})` : sql``} ${type ? ofType : sql``}
    ${words.length > 0 ? sql`and (${found} ${number ? sql`or t.number = ${number}` : sql``})` : sql``}`;
}

/** As people type it: «ё» is «е». */
function holds(sql: Sql, word: string): Piece {
  const like = `%${word.replace(/[\\%_]/g, '\\$&').replace(/[ёЁ]/g, 'е')}%`;
  const folded = (column: Piece) => sql`translate(${column}, 'ёЁ', 'ее') ilike ${like}`;
  return sql`(${folded(sql`c.subject`)} or ${folded(sql`p.name`)} or exists (
    select from messages m where m.conversation_id = c.id and ${folded(sql`m.text`)}))`;
}
