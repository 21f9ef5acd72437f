import { isSessionOver, isTransient } from '@beseda/shared/client/ack';
import { createHttp } from '@beseda/shared/client/http';
import { createSession } from '@beseda/shared/client/session';
import type { ErrorCode } from '@beseda/shared/protocol/errors';
import type { HostState } from '@beseda/shared/protocol/host-bridge';
import type { SessionCreated } from '@beseda/shared/protocol/http';
import { enter } from '../../panel/model/follow-host';
import { leave } from '../../panel/model/leave';
import type { Panel } from '../../panel/model/panel';
import type { Portal } from './portal';

/** Another site's page cannot send this header with our cookie. */
const http = createHttp({ origin: '', headers: () => ({ 'x-beseda-portal': '1' }) });

export const exchangeCookie = (body: { link?: string } = {}) =>
  http<SessionCreated>('POST', '/portal/session', body);

/** No host stands around this page, and the page itself is not what a request is about. */
function noHost({ locale }: Panel['boot']): HostState {
  const page = { url: '', title: '' };
  return { type: 'state', locale, theme: 'system', signedIn: true, identity: 1, page, visible: true };
}

/** Exchanges the support centre's cookie for a session in this page's memory. */
export function enterPortal(portal: Portal): Promise<void> {
  const { panel } = portal;
  panel.host = noHost(panel.boot);
  panel.session = createSession(async () => {
    const ack = await exchangeCookie();
    if (!ack.ok && panel.state.access.kind === 'staff' && !isTransient(ack.code)) signOff(portal, ack);
    return !ack.ok && isSessionOver(ack.code) ? { ok: false, code: 'token_missing' } : ack;
  });
  return enter(panel, panel.session);
}

interface Reason {
  code: ErrorCode;
  details?: Record<string, unknown>;
}

/** The session is over for good: what is not sent stays on this browser's disk, for the same person. */
export function signOff(portal: Portal, { code, details = {} }: Reason): void {
  const { panel } = portal;
  panel.session = null;
  panel.reset();
  portal.listing.clear();
  portal.colleagues = [];
  panel.set({ access: isSessionOver(code) ? { kind: 'nobody' } : { kind: 'refused', code, details } });
}

/** «Sign out»: sends what it can first. Answers whether nothing was lost. */
export async function signOut(portal: Portal): Promise<boolean> {
  const { ended } = await leave(portal.panel);
  portal.listing.clear();
  portal.lost = await ended;
  await http('DELETE', '/portal/session');
  portal.panel.touch();
  return portal.lost === 0;
}
