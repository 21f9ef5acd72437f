import type { MailNotice } from '@beseda/shared/domain/event';
import { nowIso, type Services } from '../../context/context';
import { authorOf } from '../../conversations/author-of';
import { lockConversation } from '../../conversations/lock-conversation';
import { recordChange } from '../../conversations/record-change';
import { SYSTEM } from '../../db/actor';
import type { MailThread } from './find-threads';
import { type Placement, put, type ReceivedMail } from './placement';

const LONGEST_TEXT = 500;
const DAY_MS = 86_400_000;
/** Machines that answer each other fill no thread. */
const MOST_PER_DAY = 20;

/** Keeps what no person wrote where it belongs: for agents alone, changing nothing. Once, however often it is asked for. */
export async function noteMail(
  services: Services,
  { id, mail }: ReceivedMail,
  { conversationId, number }: MailThread,
): Promise<Placement> {
  const { mailClass, from, text } = mail;
  if (mailClass === 'normal') throw new Error('A person’s mail is a message.');
  const since = new Date(services.now() - DAY_MS).toISOString();
  const event = await services.database.inTransaction(SYSTEM, async (tx) => {
    const locked = await lockConversation(tx, conversationId);
    const [known] = await tx.sql<{ same: boolean; count: number }[]>`
      select coalesce(bool_or(data->'mail'->>'id' = ${id}), false) as same,
        count(*) filter (where created_at > ${since})::int as count
      from events where conversation_id = ${conversationId} and kind = 'mail'`;
    if (!locked || !known || known.same || known.count >= MOST_PER_DAY) return null;
    const notice: MailNotice = {
      id,
      class: mailClass,
      from: from[0]?.address ?? '',
      text: text.slice(0, LONGEST_TEXT).replace(/[\ud800-\udbff]$/, ''),
    };
    const said = { author: authorOf(SYSTEM), at: nowIso(services), from: null, to: null };
    return recordChange(tx, locked, { kind: 'mail', ...said, mail: notice });
  });
  if (event) services.bus.recorded([event]);
  return put('stored', mailClass, { conversationId, ticket: number });
}
