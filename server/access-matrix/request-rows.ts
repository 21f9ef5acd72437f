import { uuidv7 } from '@beseda/shared/domain/uuid';
import type { ErrorCode } from '@beseda/shared/protocol/errors';
import type { ClientToServer, ServerToClient } from '@beseda/shared/protocol/socket';
import type { SeededCompany } from './seed-company';

/** Everybody who can hold a connection. */
export const CONNECTED = [
  'owner',
  'colleague',
  'follower',
  'manager',
  'stranger',
  'strangeManager',
  'agent',
  'admin',
] as const;
export type Connected = (typeof CONNECTED)[number];
export type Answer = 'ok' | ErrorCode;

/** One kind of request: a call that asks for the owner's conversation, and what comes of it for each. */
export interface RequestRow {
  call: (company: Pick<SeededCompany, 'conversationId' | 'number'>) => object;
  expected: Readonly<Record<Connected, Answer>>;
}

const seen = {
  owner: 'ok',
  colleague: 'not_found',
  follower: 'ok',
  manager: 'ok',
  stranger: 'not_found',
  strangeManager: 'not_found',
  agent: 'ok',
  admin: 'ok',
} as const;
const agentsOnly = {
  owner: 'forbidden',
  colleague: 'forbidden',
  follower: 'forbidden',
  manager: 'forbidden',
  stranger: 'forbidden',
  strangeManager: 'forbidden',
  agent: 'ok',
  admin: 'ok',
} as const;
const anybody = Object.fromEntries(CONNECTED.map((who) => [who, 'ok'])) as Record<Connected, 'ok'>;

/** Every request of the wire. The type demands a row for each; `start` tries to open a conversation under a taken id. */
export const REQUEST_ROWS: Readonly<Record<keyof ClientToServer, RequestRow>> = {
  'message:send': {
    call: ({ conversationId }) => ({ conversationId, clientId: uuidv7(), text: 'Вопрос', start: {} }),
    expected: seen,
  },
  'note:write': {
    call: ({ conversationId }) => ({ conversationId, clientId: uuidv7(), text: 'Заметка' }),
    expected: agentsOnly,
  },
  'conversation:open': { call: ({ conversationId }) => ({ conversationId }), expected: seen },
  'conversation:read': { call: ({ conversationId }) => ({ conversationId, seq: 1 }), expected: seen },
  'presence:set': { call: ({ conversationId }) => ({ conversationId, mode: 'viewing' }), expected: seen },
  /** Leaving what one never entered is nothing. */
  'conversation:close': { call: ({ conversationId }) => ({ conversationId }), expected: anybody },
  'ticket:update': { call: ({ number }) => ({ number, patch: { priority: 'high' } }), expected: agentsOnly },
  'queue:watch': { call: () => ({}), expected: agentsOnly },
};

/** Who may hear a fact about the owner's conversation while all try to listen. */
export const FACT_ROWS: Readonly<Record<keyof ServerToClient, readonly Connected[]>> = {
  'event:recorded': ['owner', 'follower', 'manager', 'agent', 'admin'],
  'read:marked': ['owner', 'follower', 'manager', 'agent', 'admin'],
  'presence:changed': ['owner', 'follower', 'manager', 'agent', 'admin'],
  'conversation:changed': ['owner', 'follower'],
  'conversation:left': ['follower'],
  'ticket:changed': ['agent', 'admin'],
  'ticket:deleted': ['agent', 'admin'],
  'queue:counted': ['agent', 'admin'],
  'call:changed': ['agent'],
  'call-backs:changed': ['agent', 'admin'],
  'alert:raised': ['agent'],
  'session:ended': ['owner'],
};
