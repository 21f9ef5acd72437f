import { UNREACHED } from '@beseda/shared/client/ack';
import { createConnection, type OwnedConnection } from '@beseda/shared/client/connect';
import { createDrafts, type Draft, type Drafts } from '@beseda/shared/client/drafts';
import { createLock } from '@beseda/shared/client/lock';
import { createOutbox, type Outbox } from '@beseda/shared/client/outbox';
import { openStore, type Store } from '@beseda/shared/client/store';
import { joinTabs } from '@beseda/shared/client/tabs';
import { createThreads, type Threads } from '@beseda/shared/client/threads';
import { watchWakeups } from '@beseda/shared/client/wakeups';
import type { RequesterConversation, RequesterEvent } from '@beseda/shared/domain/event';
import { uuidv7 } from '@beseda/shared/domain/uuid';
import { PROTOCOL_VERSION } from '@beseda/shared/protocol/socket';
import type { Panel } from '../model/panel';
import { describeStart } from './describe-start';
import { followList } from './follow-list';
import { restoreDrafts } from './restore-drafts';

/** Everything that needs storage or a line: made when the first of it is needed, for one person. */
export interface Live {
  owner: string;
  store: Store;
  connection: OwnedConnection;
  outbox: Outbox;
  threads: Threads<RequesterConversation, RequesterEvent>;
  drafts: Drafts;
  /** Puts a draft into the outbox and shows the conversation. `new` begins one. */
  send(key: string, draft: Draft): Promise<void>;
  /** Sends what it can, deletes the rest and everything stored, and answers how many messages were lost. */
  leave(): Promise<number>;
  close(): void;
}

const DRAIN_MS = 4000;
const NO_SESSION = Promise.resolve({ ok: false, code: 'session_required' } as const);

export async function startLive(panel: Panel): Promise<Live> {
  const { session } = panel;
  const person = session?.get();
  const owner = `${panel.boot.app} ${person?.company.externalId} ${person?.person.id}`;
  const store = await openStore('beseda');
  const connection = createConnection({
    load: async () => (await import('socket.io-client')).io,
    url: location.origin,
    handshake: () => ({ session: session?.get()?.session ?? '', v: PROTOCOL_VERSION }),
    renew: () => session?.renew() ?? NO_SESSION,
    wakeups: watchWakeups,
  });
  const outbox = await createOutbox({
    owner,
    store,
    connection,
    upload: (file) =>
      import('../files/upload').then(
        ({ upload }) => upload(panel, file),
        () => UNREACHED,
      ),
    lock: createLock(store),
    tabs: joinTabs(`outbox ${owner}`),
  });
  const drafts = createDrafts(store, owner);
  const threads = createThreads<RequesterConversation, RequesterEvent>({
    connection,
    outbox,
    me: 'requester',
  });
  const stops = [
    connection.state.subscribe(({ kind }) => panel.set({ line: kind })),
    outbox.subscribe(() => {
      panel.set({ durable: store.durable() });
    }),
    threads.subscribe(panel.touch),
    outbox.onStored(({ number }, _, own) => {
      if (own?.start) panel.bridge.raise('conversationStarted', { number });
      if (own) panel.bridge.raise('messageSent', { number });
    }),
    followList(panel, connection),
  ];

  function close(): void {
    for (const stop of stops) stop();
    threads.destroy();
    connection.close();
    outbox.close();
  }

  const live: Live = {
    owner,
    store,
    connection,
    outbox,
    threads,
    drafts,
    async send(key, { text, files }) {
      const isNew = key === 'new';
      const conversationId = isNew ? uuidv7() : key;
      const start = isNew ? { start: await describeStart(panel) } : {};
      await outbox.add({ conversationId, text, files, ...start });
      panel.write(key, { text: '', files: [] });
      await drafts.save(key, { text: '', files: [] });
      if (connection.state.get().kind === 'idle') connection.connect();
      if (!isNew) return;
      panel.evidence.clear();
      panel.set({ screens: [{ name: 'ask' }, { name: 'thread', id: conversationId }] });
    },
    async leave() {
      const lost = await outbox.drain(DRAIN_MS);
      await drafts.clear();
      close();
      return lost;
    },
    close,
  };
  panel.set({ durable: store.durable() });
  await restoreDrafts(panel, live);
  if ((person?.openConversations ?? 0) > 0 || outbox.items().length > 0) connection.connect();
  return live;
}
