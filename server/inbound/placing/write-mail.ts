import { LIMITS } from '@beseda/shared/domain/limits';
import { contextFor, type Services } from '../../context/context';
import { findMessageEvent } from '../../conversations/load-events';
import { sendMessage } from '../../conversations/send-message';
import { SYSTEM } from '../../db/actor';
import type { ParsedMail } from '../parsing/parsed-mail';
import { uuidFrom } from '../uuid-from';
import { addColleagues } from './add-colleagues';
import { type KnownPerson, toActor } from './find-sender';
import type { MailThread } from './find-threads';
import { isTooMuch } from './limit-mail';
import { markOf } from './mark-of';
import { type Placement, put, type ReceivedMail } from './placement';
import { bareSubject, isNewTopic } from './read-subject';
import { takeFiles } from './take-files';

const MOST_FOLDED = 100_000;

/** `releasedBy`: an agent who vouches for it, and for its kind. */
interface MailPlace {
  person: KnownPerson;
  /** Null: it is a new question. */
  thread: MailThread | null;
  releasedBy?: string;
  /** False: nobody is told that it came. */
  confirms?: boolean;
}

/** Writes what a believed mail says, as the person whose it is: on `thread`, or as a new question. */
export async function writeMail(
  services: Services,
  received: ReceivedMail,
  { person, thread, releasedBy, confirms = true }: MailPlace,
): Promise<Placement> {
  const { mail, fingerprint } = received;
  const actor = toActor(person);
  const ctx = { ...contextFor(services, actor), actor };
  const clientId = uuidFrom(`${fingerprint}/message`);
  const before = await ctx.inTransaction((tx) => findMessageEvent(tx, person.personId, clientId));
  const isVouched = before !== null || releasedBy !== undefined;
  if (!isVouched && (await services.database.inTransaction(SYSTEM, (tx) => isTooMuch(services, tx, person))))
    return put('held', 'too_many');
  const { ids, refused } = before ? { ids: [], refused: [] } : await takeFiles(ctx, mail.files, fingerprint);
  const isApart = thread !== null && releasedBy === undefined && isNewTopic(mail, thread);
  const subject = bareSubject(mail.subject);
  const { text, folded } = divide(mail, ids.length > 0);
  const sent = await sendMessage(
    ctx,
    {
      conversationId:
        before?.conversationId ?? thread?.conversationId ?? uuidFrom(`${fingerprint}/conversation`),
      clientId,
      text,
      attachments: ids,
      ...(thread && !isApart ? {} : { start: subject ? { subject } : {} }),
    },
    {
      kind: 'message',
      channel: 'email',
      mail: {
        mark: { ...markOf(received, refused), ...(releasedBy === undefined ? {} : { releasedBy }) },
        folded,
        apart: isApart && !before,
        confirmation: confirms ? { byMail: true, ...(subject ? {} : { asksSubject: true }) } : null,
      },
    },
  );
  const { conversationId } = sent.event;
  if (!person.outside) await addColleagues(ctx, mail, conversationId);
  return put('stored', null, { conversationId, ticket: sent.number });
}

/** A mail that says nothing of its own is not empty: its subject, its files or what it sends on are what it says. */
function divide(
  { text, folded, subject }: ParsedMail,
  hasFiles: boolean,
): { text: string; folded: string | null } {
  const said = text.trim();
  if (said === '' && !hasFiles) return { text: subject || folded || '—', folded: null };
  const [own, rest] = [said.slice(0, LIMITS.textLength), said.slice(LIMITS.textLength)];
  const hidden = [rest, folded].filter(Boolean).join('\n').slice(0, MOST_FOLDED);
  return { text: own, folded: hidden || null };
}
