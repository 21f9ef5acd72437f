import { ALERT_KINDS, CLOCK_KINDS, PAUSE_REASONS } from '@beseda/shared/domain/words';
import { type TSchema, Type } from 'typebox';
import { Count, closed, Id, Instant, Nothing, orNull, Text } from './answer-parts';

const ClockKind = Type.Enum([...CLOCK_KINDS]);

export const ShownPromise = closed({
  kind: ClockKind,
  state: Type.Enum(['running', 'paused', 'met', 'missed']),
  dueAt: orNull(Instant),
  reason: orNull(Type.Enum([...PAUSE_REASONS])),
  metAt: orNull(Instant),
});

export const PromiseOutlook = closed({
  open: Type.Boolean(),
  opensAt: orNull(Instant),
  dueAt: Instant,
  tz: Text,
});

/** Instants and lengths in milliseconds. */
const Step = closed({
  kind: Type.Enum(['start', 'closed', 'worked', 'paused', 'due', 'never']),
  at: Type.Optional(Type.Number()),
  from: Type.Optional(Type.Number()),
  to: Type.Optional(orNull(Type.Number())),
  ms: Type.Optional(Type.Number()),
  openMs: Type.Optional(Type.Number()),
  days: Type.Optional(
    Type.Array(closed({ date: Text, reason: Type.Enum(['hours', 'weekend', 'holiday', 'exception']) })),
  ),
  reasons: Type.Optional(Type.Array(Text)),
});

const ExplainedClock = closed({
  kind: ClockKind,
  state: Type.Enum(['running', 'paused', 'met', 'missed', 'cancelled']),
  targetSeconds: Count,
  startedAt: Instant,
  dueAt: orNull(Instant),
  metAt: orNull(Instant),
  breachedAt: orNull(Instant),
  tz: Text,
  steps: Type.Array(Step),
});

const Alert = closed({
  id: Id,
  kind: Type.Enum([...ALERT_KINDS]),
  clock: ClockKind,
  ticket: closed({ number: Count, subject: Text }),
  dueAt: Instant,
  at: Instant,
  seenAt: orNull(Instant),
});

export const PROMISE_ANSWERS: Readonly<Record<string, Readonly<Record<number, TSchema | null>>>> = {
  'GET /api/v1/promise': { 200: closed({ promise: orNull(PromiseOutlook) }) },
  'GET /api/v1/tickets/:number/clocks': { 200: closed({ results: Type.Array(ExplainedClock) }) },
  'GET /api/v1/desk/alerts': { 200: closed({ results: Type.Array(Alert), unseen: Count }) },
  'POST /api/v1/desk/alerts/seen': { 204: Nothing },
};
