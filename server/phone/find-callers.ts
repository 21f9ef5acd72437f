import type { PageContext } from '@beseda/shared/domain/event';
import { readPhoneNumber } from '@beseda/shared/domain/phone-number';
import type { Locale, PersonRole, TicketStatus } from '@beseda/shared/domain/words';
import type { Caller } from '@beseda/shared/protocol/http';
import { type Context, nowIso } from '../context/context';
import { notFound } from '../context/refusal';
import type { Transaction } from '../db/connect';

const MOST = 8;
const TICKETS = 10;

/**
 * Who may be calling: by call code, by the number they call from, by a ticket's number, or by name, company or address.
 * A code is used up by whoever asks first; they may ask again while it lives.
 */
export async function findCallers(ctx: Context, given: string): Promise<Caller[]> {
  const { actor } = ctx;
  if (actor.kind !== 'agent') throw notFound();
  const query = given.trim();
  if (query === '') return [];
  return ctx.inTransaction(async (tx) => {
    const code = /^\d{3}[\s-]?\d{3}$/.test(query) ? await takeCode(ctx, tx, query.replace(/\D/g, '')) : null;
    if (code) return loadCallers(tx, [{ ...code, by: 'code' }]);
    return loadCallers(tx, await search(tx, query));
  });
}

/** Everybody known to call from this number. */
export async function findByNumber({ sql }: Transaction, number: string): Promise<string[]> {
  const rows = await sql<{ id: string }[]>`
    select p.id from person_phones n join people p on p.id = n.person_id
    where n.number = ${number} and p.role <> 'distributor' order by n.created_at desc limit ${MOST}`;
  return rows.map(({ id }) => id);
}

export interface Match extends Omit<Partial<Caller>, 'person' | 'tickets' | 'by'> {
  personId: string;
  by: Caller['by'];
}

async function takeCode(ctx: Context, { sql }: Transaction, code: string): Promise<Omit<Match, 'by'> | null> {
  const agentId = ctx.actor.kind === 'agent' ? ctx.actor.agentId : null;
  const at = nowIso(ctx);
  const [row] = await sql<
    { id: string; personId: string; page: PageContext | null; text: string; number: number | null }[]
  >`
    with taken as (
      update call_codes set taken_at = coalesce(taken_at, ${at}), taken_by = ${agentId}
      where code = ${code} and expires_at > ${at} and (taken_at is null or taken_by = ${agentId}) returning *
    )
    select c.id, c.person_id as "personId", c.page, c.text, t.number::int as number
    from taken c left join tickets t on t.conversation_id = c.conversation_id`;
  if (!row) return null;
  return {
    personId: row.personId,
    codeId: row.id,
    ...(row.page ? { page: row.page } : {}),
    ...(row.text ? { text: row.text } : {}),
    ...(row.number === null ? {} : { about: row.number }),
  };
}

async function search(tx: Transaction, query: string): Promise<Match[]> {
  const ticket = /^[#№]\s*(\d{1,9})$/.exec(query)?.[1] ?? /^(\d{1,5})$/.exec(query)?.[1];
  if (ticket) return byTicket(tx, Number(ticket));
  const number = readPhoneNumber(query);
  if (number) return (await findByNumber(tx, number)).map((personId) => ({ personId, by: 'number' }));
  const like = `%${query.replace(/[\\%_]/g, '\\$&')}%`;
  const rows = await tx.sql<{ personId: string }[]>`
    select p.id as "personId" from people p join companies o on o.id = p.company_id
    where p.role <> 'distributor' and (p.name ilike ${like} or o.name ilike ${like} or p.email ilike ${like})
    order by p.seen_at desc, p.id limit ${MOST}`;
  return rows.map(({ personId }) => ({ personId, by: 'name' }));
}

async function byTicket({ sql }: Transaction, number: number): Promise<Match[]> {
  const [row] = await sql<{ personId: string }[]>`
    select c.person_id as "personId" from tickets t join conversations c on c.id = t.conversation_id
    where t.number = ${number}`;
  return row ? [{ personId: row.personId, by: 'ticket', about: number }] : [];
}

interface PersonRow {
  id: string;
  name: string;
  email: string | null;
  role: PersonRole;
  locale: Locale;
  companyId: string;
  externalId: string;
  companyName: string;
  plan: string | null;
  region: string | null;
  tickets: { number: number; subject: string; status: TicketStatus }[] | null;
}

/** The cards of those who matched, in the order given, with their tickets that are not closed. */
export async function loadCallers({ sql }: Transaction, matches: readonly Match[]): Promise<Caller[]> {
  if (matches.length === 0) return [];
  const rows = await sql<PersonRow[]>`
    select p.id, p.name, p.email, p.role, p.locale, o.id as "companyId", o.external_id as "externalId",
      o.name as "companyName", o.plan, o.region,
      (select json_agg(json_build_object('number', t.number, 'subject', t.subject, 'status', t.status) order by t.number desc)
        from (select u.number, c.subject, u.status from conversations c join tickets u on u.conversation_id = c.id
          where c.person_id = p.id and u.status <> 'closed' order by c.updated_at desc, c.id limit ${TICKETS}) t) as tickets
    from people p join companies o on o.id = p.company_id
    where p.id = any(${matches.map(({ personId }) => personId)}::uuid[])`;
  const byId = new Map(rows.map((row) => [row.id, row]));
  return matches.flatMap(({ personId, ...found }) => {
    const row = byId.get(personId);
    return row ? [{ ...found, person: toCard(row), tickets: row.tickets ?? [] }] : [];
  });
}

function toCard(row: PersonRow): Caller['person'] {
  const { id, name, email, role, locale, companyId, externalId, companyName, plan, region } = row;
  return {
    id,
    name,
    email,
    role,
    locale,
    company: { id: companyId, externalId, name: companyName, plan, region },
  };
}
