import type {
  AcceptanceStep,
  AgentEvent,
  AgentRef,
  Attachment,
  Author,
  MailMark,
  MailNotice,
  Message,
  PersonRef,
  PromiseEvent,
  PromiseReason,
  Rating,
  RequesterEvent,
  ShownPromise,
  StateChange,
  TicketLink,
  UndeliveredMail,
} from '@beseda/shared/domain/event';
import type { Priority, TicketStatus, TicketType } from '@beseda/shared/domain/words';
import { toIso, toIsoOrNull } from '../db/instants';
import type { LinkScope, SignLink } from '../files/sign-link';
import type { StoredAttachment, StoredEvent, StoredMessage } from './stored-event';

type PromiseChange = Pick<PromiseEvent, 'clock' | 'from' | 'to' | 'reason'>;

/** Priorities and policies are the agents' own affair. */
const REASONS_TOLD: Readonly<Record<PromiseReason, PromiseReason>> = {
  priority: 'reviewed',
  policy: 'reviewed',
  reviewed: 'reviewed',
  plan: 'plan',
  calendar: 'calendar',
  missed: 'missed',
};

/** The requester's shape, or null for what they may not see. Every field is written out: nothing else can slip through. */
export function presentForRequester(stored: StoredEvent, sign: SignLink): RequesterEvent | null {
  if (stored.audience !== 'all') return null;
  const base = {
    seq: stored.seq,
    prev: stored.prevPublicSeq,
    at: stored.at,
    author: authorForRequester(stored),
    ...promiseOf(stored),
    ...stateOf(stored, 'requester'),
  };
  switch (stored.kind) {
    case 'message':
      return (
        stored.message && {
          ...base,
          kind: 'message',
          message: presentMessage(stored, stored.message, base.author, sign, 'requester'),
        }
      );
    case 'status':
      return { ...base, kind: 'status', ...changeOf<TicketStatus>(stored), ...acceptanceOf(stored) };
    case 'type':
      return { ...base, kind: 'type', ...changeOf<TicketType | null>(stored) };
    case 'assignee': {
      const { from, to } = changeOf<AgentRef | null>(stored);
      return { ...base, kind: 'assignee', from: from && { name: from.name }, to: to && { name: to.name } };
    }
    case 'promise': {
      const { clock, from, to, reason } = stored.data as PromiseChange;
      return { ...base, kind: 'promise', clock, from, to, reason: REASONS_TOLD[reason] };
    }
    case 'file':
      return { ...base, kind: 'file', file: fileOf(stored, sign, 'requester') };
    case 'link':
      return { ...base, kind: 'link', ...linkOf(stored) };
    case 'rating':
      return { ...base, kind: 'rating', rating: presentRating(changeOf<Rating>(stored).to) };
    case 'follower':
      return { ...base, kind: 'follower', ...followerOf(stored) };
    case 'note':
    case 'priority':
    case 'mail':
    case 'undelivered':
      return null;
  }
}

/** What agents see: everything. Their `prev` is the seq before, as they miss nothing. */
export function presentForAgent(stored: StoredEvent, sign: SignLink): AgentEvent | null {
  const author: Author = {
    kind: stored.author.kind,
    name: stored.author.name,
    ...(stored.author.id ? { id: stored.author.id } : {}),
  };
  const base = {
    seq: stored.seq,
    prev: stored.seq - 1,
    at: stored.at,
    author,
    ...promiseOf(stored),
    ...stateOf(stored, 'agent'),
  };
  switch (stored.kind) {
    case 'message':
    case 'note':
      return (
        stored.message && {
          ...base,
          kind: stored.kind,
          message: presentMessage(stored, stored.message, author, sign, 'agent'),
        }
      );
    case 'status':
      return { ...base, kind: 'status', ...changeOf<TicketStatus>(stored), ...acceptanceOf(stored) };
    case 'type':
      return { ...base, kind: 'type', ...changeOf<TicketType | null>(stored) };
    case 'priority':
      return { ...base, kind: 'priority', ...changeOf<Priority>(stored) };
    case 'assignee':
      return {
        ...base,
        kind: 'assignee',
        ...changeOf<AgentRef | null>(stored),
        ...(stored.data?.why ? { why: stored.data.why } : {}),
      };
    case 'promise': {
      const { clock, from, to, reason } = stored.data as PromiseChange;
      return { ...base, kind: 'promise', clock, from, to, reason };
    }
    case 'file':
      return { ...base, kind: 'file', file: fileOf(stored, sign, 'agent') };
    case 'link':
      return { ...base, kind: 'link', ...linkOf(stored) };
    case 'rating':
      return { ...base, kind: 'rating', rating: presentRating(changeOf<Rating>(stored).to) };
    case 'follower':
      return { ...base, kind: 'follower', ...followerOf(stored) };
    case 'mail':
      return { ...base, kind: 'mail', mail: presentNotice(stored.data?.mail as MailNotice) };
    case 'undelivered':
      return {
        ...base,
        kind: 'undelivered',
        undelivered: presentUndelivered(stored.data?.undelivered as UndeliveredMail),
      };
  }
}

function changeOf<T>({ data }: StoredEvent): { from: T; to: T } {
  return { from: data?.from as T, to: data?.to as T };
}

function fileOf(stored: StoredEvent, sign: SignLink, viewer: LinkScope['viewer']): Attachment {
  const { to } = changeOf<StoredAttachment>(stored);
  return presentAttachment(to, sign, { conversationId: stored.conversationId, viewer });
}

function promiseOf({ data }: StoredEvent): { promise?: ShownPromise | null } {
  return data?.promise === undefined ? {} : { promise: data.promise };
}

/** How long somebody has waited is the agents' own affair. */
function stateOf({ data }: StoredEvent, viewer: LinkScope['viewer']): { state?: StateChange } {
  const state = data?.state;
  if (!state) return {};
  const { acceptBy, links, followers, requesterReadSeq, agentReadSeq, waitingSince } = state;
  return {
    state: {
      ...(acceptBy === undefined ? {} : { acceptBy }),
      ...(links === undefined ? {} : { links: links.map(presentLink) }),
      ...(followers === undefined ? {} : { followers: followers.map(presentPerson) }),
      ...(requesterReadSeq === undefined ? {} : { requesterReadSeq }),
      ...(agentReadSeq === undefined ? {} : { agentReadSeq }),
      ...(waitingSince === undefined || viewer === 'requester'
        ? {}
        : { waitingSince: toIsoOrNull(waitingSince) }),
    },
  };
}

function acceptanceOf({ data }: StoredEvent): { acceptance?: AcceptanceStep } {
  return data?.acceptance === undefined ? {} : { acceptance: data.acceptance };
}

function linkOf({ data }: StoredEvent): { link: TicketLink; undone: boolean } {
  return { link: presentLink(data?.link as TicketLink), undone: data?.undone ?? false };
}

function followerOf({ data }: StoredEvent): { follower: PersonRef; left: boolean } {
  return { follower: presentPerson(data?.follower as PersonRef), left: data?.left ?? false };
}

function presentUndelivered({ address, status, marked }: UndeliveredMail): UndeliveredMail {
  return { address, status, marked };
}

export function presentPerson({ id, name }: PersonRef): PersonRef {
  return { id, name };
}

export function presentLink({ kind, way, conversationId, number }: TicketLink): TicketLink {
  return { kind, way, conversationId, number };
}

function presentNotice({ id, class: kind, from, text }: MailNotice): MailNotice {
  return { id, class: kind, from, text };
}

function presentMail({ id, from, subject, html, refused, releasedBy }: MailMark): MailMark {
  const released = releasedBy === undefined ? {} : { releasedBy };
  return { id, from, subject, html, refused: [...refused], ...released };
}

export function presentRating({ score, comment, at }: Rating): Rating {
  return { score, comment, at: toIso(at) };
}

function authorForRequester({ author }: StoredEvent): Author {
  if (author.kind === 'requester' && author.id)
    return { kind: 'requester', id: author.id, name: author.name };
  return { kind: author.kind, name: author.name };
}

function presentMessage(
  stored: StoredEvent,
  message: StoredMessage,
  author: Author,
  sign: SignLink,
  viewer: LinkScope['viewer'],
): Message {
  const scope = { conversationId: stored.conversationId, viewer };
  const copy = stored.data?.copy;
  return {
    id: message.id,
    seq: stored.seq,
    clientId: message.clientId,
    author,
    channel: message.channel,
    text: message.text,
    ...(message.folded === null ? {} : { folded: message.folded }),
    ...(message.mail === null || viewer === 'requester' ? {} : { mail: presentMail(message.mail) }),
    attachments: message.attachments.map((attachment) => presentAttachment(attachment, sign, scope)),
    at: stored.at,
    ...(copy === undefined ? {} : { copyOf: { number: copy.number, at: copy.at } }),
  };
}

/** What has not been let through is named, and nothing of it shown. */
export function presentAttachment(stored: StoredAttachment, sign: SignLink, scope: LinkScope): Attachment {
  const { state, threat } = stored;
  const isPicture = state === 'ready' && stored.width !== null && stored.height !== null;
  return {
    id: stored.id,
    name: stored.name,
    type: stored.type,
    size: stored.size,
    sha256: stored.sha256,
    url: sign(stored.id, 'original', scope),
    ...(isPicture
      ? {
          thumbUrl: sign(stored.id, 'thumb', scope),
          width: stored.width as number,
          height: stored.height as number,
        }
      : {}),
    ...(state === 'ready' ? {} : { state }),
    ...(threat === null ? {} : { threat }),
  };
}
