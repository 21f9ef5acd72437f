import type { ErrorCode } from '@beseda/shared/protocol/errors';
import { PROTOCOL_VERSION } from '@beseda/shared/protocol/socket';
import type { Services } from '../context/context';
import { isRequester } from '../db/actor';
import { DESK_COOKIE } from '../http/authenticate';
import { parseCookies } from '../http/parse-cookies';
import { explainEndedSession, findActorBySession } from '../sessions/find-actor';
import { rooms } from './rooms';
import type { Connection } from './socket-server';

/** What `connect_error` carries: clients read `data.code`. */
export class ConnectionRefused extends Error {
  readonly data: { code: ErrorCode };

  constructor(code: ErrorCode) {
    super(code);
    this.data = { code };
  }
}

/** Lets a connection in by the session in its handshake, or by the desk's cookie. */
export async function admitConnection(services: Services, socket: Connection): Promise<void> {
  const { session, desk, v } = socket.handshake.auth as Record<string, unknown>;
  if (v !== undefined && v !== PROTOCOL_VERSION) throw new ConnectionRefused('invalid_input');
  const secret = desk === true ? parseCookies(socket.handshake.headers.cookie ?? '')[DESK_COOKIE] : session;
  if (typeof secret !== 'string' || secret === '') throw new ConnectionRefused('session_required');
  const actor = await findActorBySession(services, secret);
  if (!actor) throw new ConnectionRefused((await explainEndedSession(services, secret)).code);
  if (actor.kind === 'system' || (desk === true) !== (actor.kind === 'agent')) {
    throw new ConnectionRefused('session_ended');
  }
  socket.data.actor = actor;
  await socket.join(isRequester(actor) ? rooms.person(actor.personId) : rooms.agent(actor.agentId));
  if (actor.kind === 'manager' && actor.channel === 'portal')
    await socket.join(rooms.managers(actor.companyId));
  if (actor.sessionId) await socket.join(rooms.session(actor.sessionId));
}

/** A browser may connect from our own pages only: the cookie of the desk must not work from elsewhere. */
export function isOwnOrigin(
  origin: string | undefined,
  host: string | undefined,
  publicUrl: string,
): boolean {
  if (origin === undefined) return true;
  if (!URL.canParse(origin)) return false;
  return new URL(origin).host === host || origin === new URL(publicUrl).origin;
}
