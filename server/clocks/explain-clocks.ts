import { explainDue } from '@beseda/shared/domain/open-hours';
import type { ExplainedClock } from '@beseda/shared/protocol/http';
import type { Context } from '../context/context';
import { notFound } from '../context/refusal';
import { isRequester } from '../db/actor';
import type { Transaction } from '../db/connect';
import { type Clock, standsStill } from './clock';
import { CLOCK_COLUMNS, type ClockRow, toClock } from './clock-rows';
import { loadTerms } from './load-terms';
import type { ServiceLevel } from './service-levels';
import { showPromise } from './show-promise';

const MOST_CLOCKS = 20;

/**
 * The clocks of a ticket, newest first, each with the steps that lead to its deadline. A requester gets the one that they
 * are told of. Refuses with not_found.
 */
export async function explainClocks(ctx: Context, number: number): Promise<{ results: ExplainedClock[] }> {
  const levels = await ctx.serviceLevels.get();
  return ctx.inTransaction(async (tx) => {
    const { sql } = tx;
    const [ticket] = await sql<{ id: string; companyId: string }[]>`
      select conversation_id as id, company_id as "companyId" from tickets where number = ${number}`;
    if (!ticket) throw notFound();
    const level = levels.of(await loadTerms(tx, ticket.companyId));
    const clocks = await loadClocks(tx, ticket.id);
    const results = clocks.map((clock) => explain(clock, level));
    if (!isRequester(ctx.actor)) return { results };
    const shown = showPromise(clocks, null);
    return {
      results: results.filter(
        (clock) => shown?.kind === clock.kind && shown.dueAt === clock.dueAt && shown.metAt === clock.metAt,
      ),
    };
  });
}

async function loadClocks({ sql }: Transaction, conversationId: string): Promise<Clock[]> {
  const rows = await sql<{ clock: ClockRow }[]>`
    select json_build_object(${sql.unsafe(CLOCK_COLUMNS)}) as clock from clocks k
    where k.conversation_id = ${conversationId} order by k.started_at desc, k.id limit ${MOST_CLOCKS}`;
  return rows.map(({ clock }) => toClock(clock));
}

function explain(clock: Clock, level: ServiceLevel | null): ExplainedClock {
  const iso = (at: number | null) => (at === null ? null : new Date(at).toISOString());
  return {
    kind: clock.kind,
    state: stateOf(clock),
    targetSeconds: clock.targetSeconds,
    startedAt: new Date(clock.startedAt).toISOString(),
    dueAt: iso(clock.dueAt),
    metAt: iso(clock.metAt),
    breachedAt: iso(clock.breachedAt),
    tz: level?.hours.calendar.tz ?? 'UTC',
    steps: level ? stepsOf(clock, level) : [],
  };
}

function stateOf(clock: Clock): ExplainedClock['state'] {
  if (clock.cancelledAt !== null) return 'cancelled';
  if (clock.metAt !== null) return 'met';
  if (standsStill(clock)) return 'paused';
  return clock.breachedAt === null ? 'running' : 'missed';
}

/** The steps that lead to the deadline that was given; none where the rules have changed since it was settled. */
function stepsOf(clock: Clock, { hours }: ServiceLevel): ExplainedClock['steps'] {
  const { metAt, startedAt, targetSeconds } = clock;
  const pauses = clock.pauses.filter(({ from }) => metAt === null || from < metAt);
  const ended = pauses.map((pause) =>
    metAt !== null && pause.to === null ? { ...pause, to: metAt } : pause,
  );
  const steps = explainDue(hours, startedAt, targetSeconds * 1000, ended);
  const last = steps.at(-1);
  const reached = last?.kind === 'due' ? last.at : null;
  return reached === clock.dueAt ? steps : [];
}
