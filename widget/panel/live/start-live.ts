import { UNREACHED } from '@beseda/shared/client/ack';
import { createConnection, type OwnedConnection } from '@beseda/shared/client/connect';
import type { Draft } from '@beseda/shared/client/drafts';
import { createLock } from '@beseda/shared/client/lock';
import { createOutbox, type NewMessage, type Outbox } from '@beseda/shared/client/outbox';
import { joinTabs } from '@beseda/shared/client/tabs';
import { createThreads, type Threads } from '@beseda/shared/client/threads';
import { watchWakeups } from '@beseda/shared/client/wakeups';
import type { RequesterConversation, RequesterEvent } from '@beseda/shared/domain/event';
import { uuidv7 } from '@beseda/shared/domain/uuid';
import { PROTOCOL_VERSION } from '@beseda/shared/protocol/socket';
import { io } from 'socket.io-client';
import type { Keep } from '../keep/start-keep';
import type { Panel } from '../model/panel';
import { readDraft } from '../model/read-draft';
import { EMPTY_DRAFT } from '../model/state';
import { loadThreadTexts } from '../texts/thread';
import { describeStart } from './describe-start';
import { followList } from './follow-list';
import { pickEngine } from './pick-engine';

/** The line to the server and what travels on it: made with the first conversation, for one person. */
export interface Live {
  connection: OwnedConnection;
  outbox: Outbox;
  threads: Threads<RequesterConversation, RequesterEvent>;
  /** Puts a draft into the outbox and shows the conversation. `new` begins one. */
  send(key: string, draft: Draft): Promise<void>;
  /** Sends what it can, deletes the rest, and answers how many messages were lost. */
  leave(): Promise<number>;
  close(): void;
}

const DRAIN_MS = 4000;

export async function startLive(panel: Panel, { owner, store, drafts }: Keep): Promise<Live> {
  const { session } = panel;
  if (!session) throw new Error('no session');
  const texts = loadThreadTexts(panel.state.locale);
  const connection = createConnection({
    load: () => Promise.resolve(io),
    pickEngine,
    url: location.origin,
    handshake: () => ({ session: session.get()?.session ?? '', v: PROTOCOL_VERSION }),
    renew: session.renew,
    wakeups: watchWakeups,
  });
  const outbox = await createOutbox({
    owner,
    store,
    connection,
    upload: (file) =>
      import('../files/upload').then(
        ({ upload }) => upload(session, file),
        () => UNREACHED,
      ),
    lock: createLock(store),
    tabs: joinTabs(`outbox ${owner}`),
  });
  const threads = createThreads<RequesterConversation, RequesterEvent>({
    connection,
    outbox,
    me: 'requester',
    personId: session.get()?.person.id ?? '',
  });
  outbox.onStored((stored, clientId, own) => {
    const { number, conversationId } = stored;
    if (own?.start) panel.bridge.raise('conversationStarted', { number });
    if (own) panel.bridge.raise('messageSent', { number });
    const sent = outbox.items().find((item) => item.clientId === clientId);
    if (sent && sent.conversationId !== conversationId)
      import('./follow-on').then(
        ({ followOn }) => followOn(panel, outbox, sent, stored),
        () => {},
      );
  });
  const stops = [
    connection.state.subscribe(({ kind }) => panel.set({ line: kind })),
    outbox.subscribe(() => panel.set({ durable: store.durable() })),
    threads.subscribe(panel.touch),
    followList(panel, connection),
  ];

  /** From here on the panel shows somebody else. */
  function hide(): void {
    for (const stop of stops.splice(0)) stop();
    threads.destroy();
  }

  function close(): void {
    hide();
    connection.close();
    outbox.close();
  }

  connection.connect();
  await texts;
  return {
    connection,
    outbox,
    threads,
    async send(key, draft) {
      const isNew = key === 'new';
      if (isNew && panel.holdSend?.()) return;
      const { text, report, type } = readDraft(draft);
      const { files } = draft;
      if (!text && !files[0] && !report) return;
      const conversationId = isNew ? uuidv7() : key;
      const start = { ...(type && { type }), ...(report && { report }) };
      const message: NewMessage = {
        conversationId,
        clientId: uuidv7(),
        text,
        files,
        ...(isNew && { start }),
      };
      panel.leaving.add(message);
      // At once: what is typed from now on is the next message.
      panel.write(key, EMPTY_DRAFT);
      if (isNew) Object.assign(start, await describeStart(panel, draft));
      await outbox.add(message);
      panel.leaving.delete(message);
      if (panel.session !== session) return drafts.save(key, EMPTY_DRAFT);
      await drafts.save(key, panel.draft(key));
      if (!isNew) return;
      panel.evidence.clear();
      panel.set({ screens: [{ name: 'ask' }, { name: 'thread', id: conversationId }] });
    },
    async leave() {
      hide();
      const lost = await outbox.drain(DRAIN_MS);
      close();
      return lost;
    },
    close,
  };
}
