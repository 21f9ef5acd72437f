import {
  MAIL_CLASSES,
  MAIL_STATES,
  MAIL_WAYS,
  MAILBOX_FAULTS,
  MAILBOX_STATES,
  MAILBOX_STEPS,
  STEP_RESULTS,
} from '@beseda/shared/domain/words';
import { type TSchema, Type } from 'typebox';
import { Count, closed, Id, Instant, orNull, page, Text } from './answer-parts';

const MailPerson = closed({ name: Text, address: Text });
const Understood = closed({
  from: MailPerson,
  to: Type.Array(MailPerson),
  cc: Type.Array(MailPerson),
  subject: Text,
  text: Text,
  folded: Text,
  attachments: Type.Array(closed({ name: Text, type: Text, size: Count, sha256: Text })),
});
const InboundMail = closed({
  id: Id,
  state: Type.Enum([...MAIL_STATES]),
  reason: orNull(Text),
  detail: orNull(Text),
  class: orNull(Type.Enum([...MAIL_CLASSES])),
  ticket: Type.Optional(Count),
  receivedAt: Instant,
  way: Type.Enum([...MAIL_WAYS]),
  envelope: closed({ from: orNull(Text), to: Type.Array(Text) }),
  size: Count,
  kept: Type.Boolean(),
  mail: orNull(Understood),
});

const Mailbox = closed({
  number: Count,
  host: Text,
  user: Text,
  folder: Text,
  done: orNull(Text),
  failed: orNull(Text),
  live: closed({
    state: Type.Enum([...MAILBOX_STATES]),
    since: orNull(Instant),
    fault: orNull(Type.Enum([...MAILBOX_FAULTS])),
    faultAt: orNull(Instant),
    nextAt: orNull(Instant),
    lastTakenAt: orNull(Instant),
  }),
});

const MailboxTest = closed({
  code: Type.Enum(['ok', ...MAILBOX_FAULTS]),
  mails: orNull(Count),
  steps: Type.Array(closed({ step: Type.Enum([...MAILBOX_STEPS]), result: Type.Enum([...STEP_RESULTS]) })),
});

const Receiver = closed({
  host: Text,
  port: Count,
  domain: Text,
  tls: Type.Enum(['own', 'self_signed']),
  validUntil: orNull(Instant),
});

const webhook = { url: Text, madeAt: orNull(Instant) };

/** The answers about mail that comes in. */
export const INBOUND_ANSWERS: Readonly<Record<string, Readonly<Record<number, TSchema | null>>>> = {
  'GET /api/v1/inbound-mails': { 200: page(InboundMail) },
  'GET /api/v1/inbound-mails/:id': { 200: InboundMail },
  'POST /api/v1/inbound-mails/:id/retry': { 200: InboundMail },
  'POST /api/v1/inbound-mails/raw': { 202: closed({ id: Id }) },
  'GET /api/v1/inbound-mail-webhook': { 200: closed(webhook) },
  'POST /api/v1/inbound-mail-webhook': { 201: closed({ ...webhook, secret: Text }) },
  'DELETE /api/v1/inbound-mail-webhook': { 204: null },
  'POST /api/v1/inbound-mails/:id/release': { 200: InboundMail },
  'POST /api/v1/inbound-mails/:id/refuse': { 200: InboundMail },
  'GET /api/v1/inbound-mails/:id/original': { 200: Type.String({ contentMediaType: 'text/html' }) },
  'GET /api/v1/mailboxes': { 200: page(Mailbox) },
  'POST /api/v1/mailboxes/:number/test': { 200: MailboxTest },
  'GET /api/v1/smtp-receiver': { 200: closed({ receiver: orNull(Receiver) }) },
  'GET /api/v1/inbound-mails/:id/raw': { 200: Type.String({ contentMediaType: 'message/rfc822' }) },
};
