import { composeReport, leadOf } from '@beseda/shared/domain/compose-report';
import { LIMITS } from '@beseda/shared/domain/limits';
import type { MessageInput } from '@beseda/shared/protocol/socket';
import { findMentioned } from '../agents/find-mentioned';
import type { ServiceLevels } from '../clocks/service-levels';
import { type Context, nowIso } from '../context/context';
import { notFound, Refusal } from '../context/refusal';
import { isRequester } from '../db/actor';
import type { Transaction } from '../db/connect';
import { queueAnswerMail } from '../mail/queue-answer-mail';
import { queueConfirmationMail } from '../mail/queue-confirmation-mail';
import { queueNotice } from '../mail/queue-notice';
import { authorOf } from './author-of';
import { findPlace, type Place } from './find-place';
import { isFollower, markFollowed } from './followers';
import { isThanks } from './is-thanks';
import { checkAttachmentCount, linkAttachments } from './link-attachments';
import { findMessageEvent } from './load-events';
import { type LockedConversation, lockConversation } from './lock-conversation';
import { recordLinks } from './record-links';
import { reopenTicket } from './reopen-ticket';
import type { Sending } from './sending';
import { startConversation } from './start-conversation';
import { storeMessage } from './store-message';
import type { StoredEvent } from './stored-event';

export interface SentMessage {
  number: number;
  event: StoredEvent;
  /** True when this client id had been stored before. */
  repeated: boolean;
}

/** Something that a reader can see: neither space nor a mark without width. */
const SHOWS = /[^\s\p{Cc}\p{Cf}]/u;

/**
 * Stores a message exactly once, whatever way it came in, and opens the conversation when it is the first.
 * What a requester writes on a ticket that was merged, or solved long ago, goes where that leads: the event says where.
 * Refuses with message_empty, not_found, conversation_closed, client_id_taken, unknown_attachment, too_many_attachments.
 */
export async function sendMessage(ctx: Context, given: MessageInput, sending: Sending): Promise<SentMessage> {
  const input = await withUsualType(ctx, given);
  const text = composeText(ctx, input);
  if (!SHOWS.test(text) && !input.attachments?.length) {
    throw new Refusal('message_empty', 'A message needs a text or a file.', { field: 'text' });
  }
  if (sending.kind === 'note' && ctx.actor.kind !== 'agent') throw notFound();
  if (!sending.mail) await checkAttachmentCount(ctx, input.attachments);
  const mailDelay = ctx.actor.kind === 'agent' ? await ctx.settings.get('mail.unseen_delay_seconds') : 0;
  const levels = await ctx.serviceLevels.get();
  const reopenDays = await ctx.settings.get('tickets.reopen_days');
  const { recorded, ...sent } = await ctx.inTransaction(async (tx) => {
    const found = await lockOrStart(ctx, tx, input, sending);
    const place = await findPlace(ctx, tx, found, { ...input, text }, sending, reopenDays);
    const result = await record(ctx, tx, place, { ...input, text }, sending, { mailDelay, levels });
    if (!place.continues || result.repeated) return result;
    const kind = sending.mail?.apart ? 'split' : 'continued';
    const links = await recordLinks(tx, place.continues, place.locked, kind, nowIso(ctx));
    return { ...result, recorded: [...result.recorded, ...links] };
  });
  ctx.bus.recorded(recorded);
  if (!sent.repeated && sent.event.seq === 1) noteSearch(ctx, input, sent.number);
  return sent;
}

/** What was shown to whoever asked all the same. */
function noteSearch(ctx: Context, { text, start }: MessageInput, ticket: number): void {
  if (!start?.evidence || !isRequester(ctx.actor)) return;
  const locale = start.locale ?? ctx.actor.locale;
  const asked = leadOf(text, start.report);
  ctx.searches.asked(ctx.actor, { ticket, locale, text: asked, evidence: start.evidence, at: ctx.now() });
}

/** What a requester leaves to the agent may have a type all the same, as admins set it. */
async function withUsualType(ctx: Context, input: MessageInput): Promise<MessageInput> {
  if (!input.start || input.start.type) return input;
  const type = await ctx.settings.get('types.default');
  return type === 'none' ? input : { ...input, start: { ...input.start, type } };
}

/** What is stored: the text within its bounds, with the fields of a report written out. */
function composeText({ actor }: Context, { text, start }: MessageInput): string {
  const locale = start?.locale ?? (isRequester(actor) ? actor.locale : 'ru');
  return composeReport(text.slice(0, LIMITS.textLength), start?.report, locale);
}

async function lockOrStart(
  ctx: Context,
  tx: Transaction,
  input: MessageInput,
  sending: Sending,
): Promise<LockedConversation> {
  const found = await lockConversation(tx, input.conversationId);
  if (found) return found;
  if (!input.start || !isRequester(ctx.actor)) throw notFound();
  await startConversation(tx, {
    id: input.conversationId,
    companyId: ctx.actor.companyId,
    personId: ctx.actor.personId,
    appId: ctx.actor.appId,
    channel: sending.channel,
    text: input.text,
    start: input.start,
    at: nowIso(ctx),
  });
  const started = await lockConversation(tx, input.conversationId);
  if (!started) throw notFound();
  return started;
}

async function record(
  ctx: Context,
  tx: Transaction,
  { locked, continues }: Place,
  input: MessageInput,
  sending: Sending,
  { mailDelay, levels }: { mailDelay: number; levels: ServiceLevels },
): Promise<SentMessage & { recorded: StoredEvent[] }> {
  const author = authorOf(ctx.actor);
  if (author.id === null) throw new Error('The system does not write messages.');
  const { number } = locked;
  if (locked.status === 'closed') {
    const before = await findMessageEvent(tx, author.id, input.clientId);
    if (before?.conversationId === locked.id) return { number, event: before, repeated: true, recorded: [] };
    throw new Refusal('conversation_closed', 'This conversation is closed. Start a new one.');
  }
  const at = nowIso(ctx);
  const thanks = author.kind === 'requester' && (await asksNothing(ctx, tx, locked, input));
  const draft = {
    kind: sending.kind,
    author: { ...author, id: author.id },
    clientId: input.clientId,
    channel: sending.channel,
    text: input.text,
    ...(sending.mail ? { folded: sending.mail.folded, mail: sending.mail.mark } : {}),
    at,
    thanks,
  };
  const event = await storeMessage(tx, locked, draft, levels);
  if (!event?.message) return { ...(await repeat(tx, locked, author.id, input.clientId)), recorded: [] };
  const message = { id: event.message.id, companyId: locked.companyId, authorId: author.id };
  event.message.attachments = await linkAttachments(tx, message, input.attachments ?? []);
  if (locked.followerIds.includes(author.id)) await markFollowed(tx, locked, author.id, event.seq);
  const reopened = author.kind === 'requester' && !thanks ? await reopenTicket(tx, locked, author, at) : [];
  if (author.kind === 'agent' && sending.kind === 'message') await queueAnswerMail(tx, locked, at, mailDelay);
  if (author.kind === 'agent' && sending.kind === 'note') {
    const agentIds = (await findMentioned(tx, input.text)).filter((id) => id !== author.id);
    await queueNotice(tx, locked, { agentIds, kind: 'mentioned', seq: event.seq, at });
  }
  const confirms = sending.channel !== 'widget' && sending.mail?.confirmation !== null;
  if (event.seq === 1 && confirms && author.id === locked.personId) {
    const notes = { ...sending.mail?.confirmation, ...(continues ? { continues: continues.number } : {}) };
    await queueConfirmationMail(tx, locked, at, notes);
  }
  return { number, event, repeated: false, recorded: [event, ...reopened] };
}

/** Whether a task is done is not for a follower to say: what they write about it does not return it. */
async function asksNothing(
  { actor }: Context,
  tx: Transaction,
  locked: LockedConversation,
  input: MessageInput,
): Promise<boolean> {
  return (locked.acceptBy !== null && isFollower(actor, locked)) || isThanks(tx, locked, input);
}

async function repeat(
  tx: Transaction,
  locked: LockedConversation,
  authorId: string,
  clientId: string,
): Promise<SentMessage> {
  const event = await findMessageEvent(tx, authorId, clientId);
  if (event?.conversationId !== locked.id) {
    throw new Refusal('client_id_taken', 'This client id belongs to another message.', { field: 'clientId' });
  }
  return { number: locked.number, event, repeated: true };
}
