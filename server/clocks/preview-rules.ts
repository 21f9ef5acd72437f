import type { Priority, TicketStatus } from '@beseda/shared/domain/words';
import {
  PREVIEW_EFFECTS,
  type PreviewEffect,
  type PreviewRow,
  type RulesPreview,
} from '@beseda/shared/protocol/rules';
import { type AdminContext, requireAdmin } from '../audit/change-as-admin';
import type { Services } from '../context/context';
import { SYSTEM } from '../db/actor';
import { advanceClocks } from './advance-clocks';
import { type Clock, isOpenClock, standsStill } from './clock';
import { CLOCK_COLUMNS, type ClockRow, toClock } from './clock-rows';
import { createCompiler, loadRules, type Rules, readLevels } from './read-rules';
import type { CompanyTerms, ServiceLevels } from './service-levels';

export type PreviewContext = AdminContext & Pick<Services, 'settings'>;

interface OpenTicket extends CompanyTerms {
  id: string;
  number: number;
  subject: string;
  company: string;
  status: TicketStatus;
  priority: Priority;
  createdAt: string;
  waitingSince: string | null;
  answered: boolean;
  clocks: ClockRow[] | null;
}

/** Few enough not to hold up the others of this process. */
const AT_ONCE = 200;
const MOST_TICKETS = 10_000;
const SHOWN_ROWS = 50;
const AFTER_ALL = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/**
 * What open tickets would be due under changed rules, by the same computation that reckons them anew once the rules are
 * saved; nothing is written. Of very many tickets the newest are reckoned. For admins.
 */
export async function previewRules(
  ctx: PreviewContext,
  change: (rules: Rules) => Rules,
): Promise<RulesPreview> {
  requireAdmin(ctx.actor);
  const levels = readLevels(change(await loadRules(ctx.database, ctx.settings)), createCompiler());
  const preview: RulesPreview = {
    open: await countOpen(ctx),
    reckoned: 0,
    moved: 0,
    breached: 0,
    eased: 0,
    paused: 0,
    results: [],
  };
  const now = ctx.now();
  for (let last: string | undefined = AFTER_ALL; last !== undefined && preview.reckoned < MOST_TICKETS; ) {
    const tickets: OpenTicket[] = await findOpen(ctx, last);
    for (const ticket of tickets) reckonTicket(preview, ticket, levels, now);
    preview.results = preview.results.toSorted(byHarm).slice(0, SHOWN_ROWS);
    last = tickets.length < AT_ONCE ? undefined : tickets.at(-1)?.id;
  }
  return preview;
}

async function countOpen({ database }: PreviewContext): Promise<number> {
  const [row] = await database.inTransaction(
    SYSTEM,
    ({ sql }) => sql<{ open: number }[]>`
      select count(*)::int as open from tickets where status in ('open', 'on_hold', 'pending')`,
  );
  return row?.open ?? 0;
}

async function findOpen({ database }: PreviewContext, before: string): Promise<OpenTicket[]> {
  return database.inTransaction(
    SYSTEM,
    ({ sql }) => sql<OpenTicket[]>`
      select t.conversation_id as id, t.number::int, c.subject, o.name as company, t.status, t.priority,
        c.created_at as "createdAt", t.waiting_since as "waitingSince", t.first_answered_at is not null as answered,
        o.plan, o.calendar_id as "calendarId", o.calendar_exceptions as "calendarExceptions",
        (select json_agg(json_build_object(${sql.unsafe(CLOCK_COLUMNS)}) order by k.started_at) from clocks k
          where k.conversation_id = t.conversation_id
            and (k.kind = 'resolution' or k.met_at is null and k.cancelled_at is null)) as clocks
      from tickets t join conversations c on c.id = t.conversation_id join companies o on o.id = t.company_id
      where t.status in ('open', 'on_hold', 'pending') and t.conversation_id < ${before}
      order by t.conversation_id desc limit ${AT_ONCE}`,
  );
}

function reckonTicket(preview: RulesPreview, ticket: OpenTicket, levels: ServiceLevels, now: number): void {
  const before = (ticket.clocks ?? []).map(toClock);
  const { status, priority, answered, waitingSince } = ticket;
  const clocked = {
    status,
    priority,
    answered,
    createdAt: Date.parse(ticket.createdAt),
    waitingSince: waitingSince === null ? null : Date.parse(waitingSince),
  };
  const after = advanceClocks(before, levels.of(ticket), clocked, { kind: 'ruled' }, now);
  const rows = after.flatMap((clock) => compareClock(ticket, before, clock, now));
  const has = (effect: PreviewEffect) => Number(rows.some((row) => row.effect === effect));
  preview.reckoned += 1;
  preview.moved += Number(rows.length > 0);
  preview.breached += has('breached');
  preview.eased += has('eased');
  preview.paused += Number(after.some((clock) => isOpenClock(clock) && standsStill(clock)));
  preview.results.push(...rows);
}

function compareClock(ticket: OpenTicket, before: readonly Clock[], clock: Clock, now: number): PreviewRow[] {
  const [from, to] = [deadlineOf(before.find(({ id }) => id === clock.id)), deadlineOf(clock)];
  if (from === to) return [];
  return [
    {
      number: ticket.number,
      subject: ticket.subject,
      company: ticket.company,
      clock: clock.kind,
      from: from === null ? null : new Date(from).toISOString(),
      to: to === null ? null : new Date(to).toISOString(),
      effect: effectOf(from, to, now),
    },
  ];
}

const deadlineOf = (clock: Clock | undefined) => (clock && isOpenClock(clock) ? clock.dueAt : null);

function effectOf(from: number | null, to: number | null, now: number): PreviewEffect {
  if (to === null) return 'removed';
  if (to <= now && (from === null || from > now)) return 'breached';
  if (from === null) return 'added';
  if (from <= now && to > now) return 'eased';
  return to < from ? 'earlier' : 'later';
}

function byHarm(a: PreviewRow, b: PreviewRow): number {
  const harm = PREVIEW_EFFECTS.indexOf(a.effect) - PREVIEW_EFFECTS.indexOf(b.effect);
  return harm || (a.to ?? '').localeCompare(b.to ?? '') || b.number - a.number;
}
