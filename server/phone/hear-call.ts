import { readPhoneNumber } from '@beseda/shared/domain/phone-number';
import { uuidv7 } from '@beseda/shared/domain/uuid';
import type { CallCard } from '@beseda/shared/protocol/http';
import { nowIso, type Services } from '../context/context';
import { Refusal } from '../context/refusal';
import { SYSTEM } from '../db/actor';
import type { Transaction } from '../db/connect';
import { toIso } from '../db/instants';
import { findByNumber, loadCallers } from './find-callers';
import { openMissedCall } from './open-missed-call';

/** What a telephone system tells of one call. Every event says who calls, so that one that got lost does no harm. */
export interface CallEvent {
  event: 'ringing' | 'answered' | 'ended';
  /** Its own name for the call. */
  call: string;
  from: string;
  /** The telephone that rings or has answered. */
  extension?: string;
  durationSeconds?: number;
  recordingUrl?: string;
}

export interface HeardCall {
  id: string;
  state: CallCard['state'];
  callerNumber: string;
  agentId: string | null;
  conversationId: string | null;
  startedAt: string;
}

/**
 * Follows a call: shows the caller's card where it rings, and opens a ticket when nobody answered. Repeated and late
 * events change nothing. Refuses with invalid_input.
 */
export async function hearCall(services: Services, event: CallEvent): Promise<HeardCall> {
  const number = readPhoneNumber(event.from);
  if (!number) throw new Refusal('invalid_input', 'from is not a telephone number.', { field: 'from' });
  const { heard, card } = await services.database.inTransaction(SYSTEM, async (tx) => {
    const heard = await storeEvent(tx, event, number, nowIso(services));
    return { heard, card: await describe(tx, heard) };
  });
  services.bus.called(card, heard.agentId);
  if (heard.state === 'missed' && heard.conversationId === null) await openMissedCall(services, heard);
  return heard;
}

/** States only go forward; an answer that is told late turns a missed call into one that ended. */
async function storeEvent(
  { sql }: Transaction,
  event: CallEvent,
  number: string,
  at: string,
): Promise<HeardCall> {
  const talked = event.event === 'answered' || (event.durationSeconds ?? 0) > 0;
  const ended = event.event === 'ended';
  const [row] = await sql<HeardCall[]>`
    insert into calls as c (id, external_id, state, caller_number, extension, agent_id, started_at, answered_at, ended_at,
      duration_seconds, recording_url)
    values (${uuidv7(Date.parse(at))}, ${event.call}, ${stateOf(ended, talked)}, ${number}, ${event.extension ?? null},
      (select id from agents where extension = ${event.extension ?? null} and not disabled), ${at},
      ${talked ? at : null}, ${ended ? at : null}, ${event.durationSeconds ?? null}, ${event.recordingUrl ?? null})
    on conflict (external_id) do update set
      answered_at = coalesce(c.answered_at, excluded.answered_at),
      ended_at = coalesce(c.ended_at, excluded.ended_at),
      duration_seconds = coalesce(excluded.duration_seconds, c.duration_seconds),
      recording_url = coalesce(excluded.recording_url, c.recording_url),
      extension = coalesce(excluded.extension, c.extension),
      agent_id = coalesce(excluded.agent_id, c.agent_id),
      state = case
        when coalesce(c.ended_at, excluded.ended_at) is null
          then case when coalesce(c.answered_at, excluded.answered_at) is null then 'ringing' else 'answered' end
        when coalesce(c.answered_at, excluded.answered_at) is null then 'missed' else 'ended' end
    returning id, state, caller_number as "callerNumber", agent_id as "agentId",
      conversation_id as "conversationId", started_at as "startedAt"`;
  if (!row) throw new Error('A call was neither found nor stored.');
  return { ...row, startedAt: toIso(row.startedAt) };
}

function stateOf(ended: boolean, talked: boolean): CallCard['state'] {
  if (!ended) return talked ? 'answered' : 'ringing';
  return talked ? 'ended' : 'missed';
}

async function describe(tx: Transaction, heard: HeardCall): Promise<CallCard> {
  const { id, state, callerNumber, startedAt } = heard;
  const known = await findByNumber(tx, callerNumber);
  const callers = await loadCallers(
    tx,
    known.map((personId) => ({ personId, by: 'number' })),
  );
  return { id, state, number: callerNumber, startedAt, callers };
}
