import { contextFor, type Services } from '../../context/context';
import { Refusal } from '../../context/refusal';
import { sendMessage } from '../../conversations/send-message';
import type { AgentActor } from '../../db/actor';
import { uuidFrom } from '../uuid-from';
import { markOf } from './mark-of';
import { type Placement, put, type ReceivedMail } from './placement';
import { takeFiles } from './take-files';

/** The first line of an answer that only agents may read. */
const NOTE = /^\s*#(?:note|internal|заметка)[ \t]*(?:\r?\n|$)/iu;

/**
 * What an agent answers to a mail that told them of a ticket: to its requester, or a note where `#note` or «#заметка»
 * stands first. What they quote is left out: it may be for agents alone.
 */
export async function writeAgentMail(
  services: Services,
  received: ReceivedMail,
  { agent, conversationId }: { agent: AgentActor; conversationId: string },
): Promise<Placement> {
  const { mail, fingerprint } = received;
  const ctx = contextFor(services, agent);
  const isNote = NOTE.test(mail.text);
  const text = mail.text.replace(NOTE, '').trim();
  if (text === '' && mail.files.length === 0) return put('held', 'no_text');
  const { ids, refused } = await takeFiles(ctx, mail.files, fingerprint);
  try {
    const sent = await sendMessage(
      ctx,
      { conversationId, clientId: uuidFrom(`${fingerprint}/message`), text, attachments: ids },
      {
        kind: isNote ? 'note' : 'message',
        channel: 'email',
        mail: { mark: markOf(received, refused), folded: null, apart: false, confirmation: {} },
      },
    );
    return put('stored', null, { conversationId, ticket: sent.number });
  } catch (error) {
    if (error instanceof Refusal && error.code === 'conversation_closed') return put('held', 'ticket_closed');
    throw error;
  }
}
