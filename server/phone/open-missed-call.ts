import { formatPhoneNumber } from '@beseda/shared/domain/phone-number';
import { uuidv7 } from '@beseda/shared/domain/uuid';
import type { Locale } from '@beseda/shared/domain/words';
import { contextFor, nowIso, type Services } from '../context/context';
import { sendMessage } from '../conversations/send-message';
import { type RequesterActor, SYSTEM } from '../db/actor';
import type { Transaction } from '../db/connect';
import { findRequester } from '../people/find-requester';
import { findByNumber } from './find-callers';
import type { HeardCall } from './hear-call';

/** Callers whom nobody knows belong to a company of their own until an agent has spoken with them. */
const UNKNOWN_COMPANY = 'beseda:unknown-callers';

const TEXTS: Record<Locale, (number: string, at: string) => string> = {
  ru: (number, at) => `Пропущенный звонок с номера ${number}, ${at} МСК.`,
  en: (number, at) => `Missed call from ${number}, ${at} Moscow time.`,
};

/** Nobody answered: that is a ticket of the caller's, or one more message on the one that their last call opened. */
export async function openMissedCall(services: Services, call: HeardCall): Promise<void> {
  const { callerNumber } = call;
  const found = await services.database.inTransaction(SYSTEM, async (tx) => {
    const caller = await findCaller(services, tx, callerNumber);
    return { caller, conversationId: await findOpen(tx, callerNumber, caller.personId) };
  });
  const { caller } = found;
  const conversationId = found.conversationId ?? call.id;
  const at = new Intl.DateTimeFormat(caller.locale, {
    dateStyle: 'short',
    timeStyle: 'short',
    timeZone: 'Europe/Moscow',
  }).format(new Date(call.startedAt));
  const text = TEXTS[caller.locale](formatPhoneNumber(callerNumber), at);
  await sendMessage(
    contextFor(services, caller),
    { conversationId, clientId: call.id, text, start: {} },
    { kind: 'message', channel: 'phone' },
  );
  await services.database.inTransaction(
    SYSTEM,
    ({ sql }) => sql`
      update calls set conversation_id = ${conversationId}, person_id = ${caller.personId},
        company_id = ${caller.companyId} where id = ${call.id}`,
  );
}

/** Several people may share a number: then it is the one who was last known to use it. */
async function findCaller(services: Services, tx: Transaction, number: string): Promise<RequesterActor> {
  const [personId] = await findByNumber(tx, number);
  const known = personId ? await findRequester(tx, personId) : null;
  return known ?? addUnknown(services, tx, number);
}

async function addUnknown(services: Services, { sql }: Transaction, number: string): Promise<RequesterActor> {
  const at = nowIso(services);
  const [row] = await sql<{ personId: string; companyId: string }[]>`
    with company as (
      insert into companies (id, external_id, name, created_at, updated_at)
      values (${uuidv7(services.now())}, ${UNKNOWN_COMPANY}, 'Неизвестные звонящие', ${at}, ${at})
      on conflict (external_id) do update set updated_at = companies.updated_at returning id
    )
    insert into people (id, company_id, sub, name, role, created_at, seen_at)
    select ${uuidv7(services.now())}, id, ${number}, ${formatPhoneNumber(number)}, 'staff', ${at}, ${at} from company
    on conflict (company_id, sub) do update set seen_at = excluded.seen_at
    returning id as "personId", company_id as "companyId"`;
  if (!row) throw new Error('A caller was neither found nor made.');
  return {
    kind: 'requester',
    ...row,
    appId: null,
    sessionId: '',
    name: formatPhoneNumber(number),
    locale: 'ru',
  };
}

/** The ticket of this caller's last missed call, while it is open. */
async function findOpen({ sql }: Transaction, number: string, personId: string): Promise<string | null> {
  const [row] = await sql<{ id: string }[]>`
    select c.conversation_id as id from calls c join tickets t on t.conversation_id = c.conversation_id
    where c.caller_number = ${number} and c.person_id = ${personId} and c.state = 'missed' and t.status = 'open'
    order by c.started_at desc limit 1`;
  return row?.id ?? null;
}
