import type { ErrorCode } from '../protocol/errors';
import type { Ack } from '../protocol/socket';

/** What a request gets when nobody answered: worth trying again. */
export const UNREACHED: Extract<Ack<never>, { ok: false }> = { ok: false, code: 'unavailable' };

const TRANSIENT: readonly ErrorCode[] = ['unavailable', 'internal', 'too_many_requests'];
const SESSION_OVER: readonly ErrorCode[] = ['session_ended', 'session_required'];

/** True when the same request may well succeed later; false when it was refused for what it is. */
export const isTransient = (code: ErrorCode): boolean => TRANSIENT.includes(code);

/** True when a new session is what is missing. */
export const isSessionOver = (code: ErrorCode): boolean => SESSION_OVER.includes(code);
