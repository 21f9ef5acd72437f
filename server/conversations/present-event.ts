import type {
  AgentEvent,
  AgentRef,
  Attachment,
  Author,
  Message,
  PromiseEvent,
  PromiseReason,
  RequesterEvent,
  ShownPromise,
} from '@beseda/shared/domain/event';
import type { Priority, TicketStatus, TicketType } from '@beseda/shared/domain/words';
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
      return { ...base, kind: 'status', ...changeOf<TicketStatus>(stored) };
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
    case 'note':
    case 'priority':
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
  const base = { seq: stored.seq, prev: stored.seq - 1, at: stored.at, author, ...promiseOf(stored) };
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
      return { ...base, kind: 'status', ...changeOf<TicketStatus>(stored) };
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
  return {
    id: message.id,
    seq: stored.seq,
    clientId: message.clientId,
    author,
    channel: message.channel,
    text: message.text,
    ...(message.folded === null ? {} : { folded: message.folded }),
    attachments: message.attachments.map((attachment) => presentAttachment(attachment, sign, scope)),
    at: stored.at,
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
