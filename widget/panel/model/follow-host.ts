import { isTransient, UNREACHED } from '@beseda/shared/client/ack';
import { backoff } from '@beseda/shared/client/clock';
import { createHttp } from '@beseda/shared/client/http';
import { createSession } from '@beseda/shared/client/session';
import { nameTypes } from '@beseda/shared/domain/type-rules';
import type { HostState } from '@beseda/shared/protocol/host-bridge';
import type { SessionCreated } from '@beseda/shared/protocol/http';
import type { Ack } from '@beseda/shared/protocol/socket';
import type { Panel } from './panel';

/** Brings the panel in line with what the host says about itself. */
export function followHost(panel: Panel, host: HostState): void {
  const before = panel.host;
  panel.host = host;
  if (host.locale !== panel.state.locale) void changeLocale(panel, host);
  if (host.identity !== before?.identity || host.signedIn !== before.signedIn) identify(panel, host);
  else if (host.page.url !== before.page.url) panel.suggest();
  panel.touch();
}

async function changeLocale(panel: Panel, { locale }: HostState): Promise<void> {
  const loaded = await panel.parts.loadTexts(locale).catch(() => null);
  if (!loaded || panel.host?.locale !== locale) return;
  panel.set({ locale, texts: nameTypes(loaded.texts, panel.boot.names, locale) });
  panel.suggest();
}

function identify(panel: Panel, host: HostState): void {
  panel.reset();
  panel.session = null;
  panel.suggest();
  if (!host.signedIn) return panel.set({ access: { kind: 'nobody' } });
  panel.session = createSession(() => exchange(panel), host.session);
  void enter(panel, panel.session);
}

/** Gets a token from the host and exchanges it. */
async function exchange({ bridge, boot }: Panel): Promise<Ack<SessionCreated>> {
  const token = await bridge.askToken();
  if (token === false) return UNREACHED;
  if (token === null) return { ok: false, code: 'token_missing' };
  const http = createHttp({ origin: '', headers: () => ({}) });
  return http('POST', '/session', { app: boot.app, token });
}

/** Keeps asking until the server says yes or no. */
export async function enter(
  panel: Panel,
  session: NonNullable<Panel['session']>,
  attempt = 0,
): Promise<void> {
  const known = session.get();
  const ack: Ack<SessionCreated> = known ? { ok: true, data: known } : await session.renew();
  if (panel.session !== session) return;
  if (ack.ok) {
    panel.set({ access: { kind: 'staff', session: ack.data }, line: 'idle', unread: ack.data.unread });
    panel.suggest();
    if (ack.data.openConversations > 0) void panel.startLive();
    else if ((await panel.parts.hasStored()) && panel.session === session) void panel.startKeep();
  } else if (isTransient(ack.code)) {
    panel.set({ line: 'offline' });
    setTimeout(() => void enter(panel, session, attempt + 1), backoff(attempt));
  } else if (ack.code === 'token_missing') {
    panel.set({ access: { kind: 'nobody' } });
  } else {
    panel.set({ access: { kind: 'refused', code: ack.code, details: ack.details ?? {} } });
    panel.bridge.raise('error', { code: ack.code });
  }
}
