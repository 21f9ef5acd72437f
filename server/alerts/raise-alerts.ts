import { uuidv7 } from '@beseda/shared/domain/uuid';
import type { AlertKind } from '@beseda/shared/domain/words';
import type { Alert } from '@beseda/shared/protocol/http';
import type { Clock } from '../clocks/clock';
import { nowIso, type Services } from '../context/context';
import type { LockedConversation } from '../conversations/lock-conversation';
import type { Transaction } from '../db/connect';
import { queueNotice } from '../mail/queue-notice';

/**
 * Tells agents of a clock, each once per deadline: the assignee who is there, else the team; later the whole team, then
 * the admins. Where there is no such team, all who are there. Gives the alerts that are new, with whom they are for.
 */
export async function raiseAlerts(
  services: Services,
  tx: Transaction,
  locked: LockedConversation,
  clock: Clock,
  kind: AlertKind,
): Promise<(Alert & { agentId: string })[]> {
  if (clock.dueAt === null) return [];
  const at = nowIso(services);
  const dueAt = new Date(clock.dueAt).toISOString();
  const agents = await findRecipients(tx, locked, kind, at);
  if (agents.length === 0) return [];
  const given = agents.map((agentId) => ({ id: uuidv7(), agentId }));
  const rows = await tx.sql<{ id: string; agentId: string }[]>`
    insert into alerts (id, agent_id, company_id, conversation_id, clock_id, kind, due_at, created_at)
    select g.id, g.agent, ${locked.companyId}, ${locked.id}, ${clock.id}, ${kind}, ${dueAt}, ${at}
    from unnest(${given.map(({ id }) => id)}::uuid[], ${given.map(({ agentId }) => agentId)}::uuid[]) as g (id, agent)
    on conflict do nothing returning id, agent_id as "agentId"`;
  if (kind === 'warning') {
    await queueNotice(tx, locked, {
      agentIds: rows.map(({ agentId }) => agentId),
      kind: 'deadline',
      dueAt,
      at,
    });
  }
  const { number, subject } = locked;
  return rows.map(({ id, agentId }) => ({
    id,
    agentId,
    kind,
    clock: clock.kind,
    ticket: { number, subject },
    dueAt,
    at,
    seenAt: null,
  }));
}

async function findRecipients(
  { sql }: Transaction,
  locked: LockedConversation,
  kind: AlertKind,
  at: string,
): Promise<string[]> {
  const rows = await sql<{ id: string; admin: boolean; assigned: boolean; member: boolean }[]>`
    select a.id, a.role = 'admin' as admin, a.id = t.assignee_id as assigned,
      a.id = o.agent_id or exists (select from team_members m
        where m.agent_id = a.id and m.team_id = coalesce(t.team_id, o.team_id)) as member
    from agents a, tickets t join companies o on o.id = t.company_id
    where t.conversation_id = ${locked.id} and not a.disabled and (a.away_until is null or a.away_until <= ${at})`;
  const those = (who: (row: (typeof rows)[number]) => boolean) => rows.filter(who).map(({ id }) => id);
  const everybody = rows.map(({ id }) => id);
  const firstOf = (...groups: string[][]) => groups.find((group) => group.length > 0) ?? [];
  const team = firstOf(
    those(({ member }) => member),
    everybody,
  );
  if (kind === 'admins')
    return firstOf(
      those(({ admin }) => admin),
      everybody,
    );
  return kind === 'team'
    ? team
    : firstOf(
        those(({ assigned }) => assigned),
        team,
      );
}
