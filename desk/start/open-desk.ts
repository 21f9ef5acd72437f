import { createConnection, type OwnedConnection } from '@beseda/shared/client/connect';
import { createDrafts } from '@beseda/shared/client/drafts';
import type { Http } from '@beseda/shared/client/http';
import { createLock } from '@beseda/shared/client/lock';
import { createOutbox, type Outbox } from '@beseda/shared/client/outbox';
import { createLinkRenewal, type RenewLinks } from '@beseda/shared/client/renew-links';
import { openStore, type Store } from '@beseda/shared/client/store';
import { joinTabs } from '@beseda/shared/client/tabs';
import { createThreads, type Threads } from '@beseda/shared/client/threads';
import { createUpload } from '@beseda/shared/client/upload-file';
import { createValue, type Value } from '@beseda/shared/client/value';
import { watchWakeups } from '@beseda/shared/client/wakeups';
import type { AgentConversation, AgentEvent } from '@beseda/shared/domain/event';
import type { AgentListItem, AgentSession, Page, QueueRow } from '@beseda/shared/protocol/http';
import { PROTOCOL_VERSION } from '@beseda/shared/protocol/socket';
import { type Alerts, createAlerts } from '../model/alerts';
import { createArticleTitles, type FindArticle } from '../model/article-titles';
import { type Calls, createCalls } from '../model/calls';
import { createDraftBook, type DraftBook } from '../model/drafts';
import { createNotices, type Notices } from '../model/notices';
import type { Preferences } from '../model/preferences';
import { createQueue, type FetchQueuePage, PAGE_SIZE, type Queue } from '../model/queue';
import { createSending, type Sending } from '../model/send-message';
import { createTopics, type Topics } from '../model/topics';
import { createTicketUpdates, type TicketUpdates } from '../model/update-ticket';
import { type QueueWatch, watchQueue } from '../model/watch-queue';
import { DESK_HEADERS } from './headers';
import { memoryOr } from './keep-values';
import { createChime } from './play-chime';

/** Everything that one signed-in agent works with. */
export interface Desk {
  agent: AgentSession['agent'];
  http: Http;
  connection: OwnedConnection;
  /** Colleagues, this agent included; empty until they are known. */
  agents: Value<readonly AgentListItem[]>;
  queue: Queue;
  watch: QueueWatch;
  threads: Threads<AgentConversation, AgentEvent>;
  outbox: Outbox;
  store: Store;
  drafts: DraftBook;
  sending: Sending;
  updates: TicketUpdates;
  topics: Topics;
  notices: Notices;
  calls: Calls;
  alerts: Alerts;
  findArticle: FindArticle;
  renewLinks: RenewLinks;
  /** The ticket that was opened last and has been heard of just now; for the live region. */
  arrived: Value<QueueRow | null>;
  close(): void;
}

/** Wires the desk's parts for an agent and connects. `expire` is called when the server ends the session. */
export async function openDesk(options: {
  session: AgentSession;
  http: Http;
  preferences: Preferences;
  expire: () => void;
}): Promise<Desk> {
  const { session, http, preferences, expire } = options;
  const { agent } = session;
  const store = await openStore('beseda-desk');
  const connection = connect(expire);
  const outbox = await createOutbox({
    owner: agent.id,
    store,
    connection,
    upload: createUpload('', () => DESK_HEADERS),
    lock: createLock(store),
    tabs: joinTabs(`outbox ${agent.id}`),
  });
  const threads = createThreads<AgentConversation, AgentEvent>({ connection, outbox, me: 'agent' });
  const fetchPage = pageFetcher(http);
  const queue = createQueue({ agentId: agent.id, fetchPage });
  const notices = createNotices();
  const agents = createValue<readonly AgentListItem[]>([]);
  const nameOf = (id: string) =>
    id === agent.id ? agent.name : (agents.get().find((other) => other.id === id)?.name ?? '');
  const updates = createTicketUpdates({ connection, queue, notices, nameOf });
  const storage = memoryOr(() => localStorage);
  const drafts = createDraftBook(createDrafts(store, agent.id));
  const sending = createSending({
    outbox,
    drafts,
    storage,
    setStatus({ conversationId, number }, status) {
      const conversation = threads.view(conversationId).thread?.conversation;
      if (conversation) void updates.update(conversation, { status });
      else void connection.request('ticket:update', { number, patch: { status } });
    },
  });
  const calls = createCalls({ connection, http, storage, agentId: agent.id });
  const arrived = createValue<QueueRow | null>(null);
  const chime = createChime(() => preferences.get().sound);
  const watch = watchQueue({
    connection,
    queue,
    fetchPage,
    agentId: agent.id,
    onNew(row) {
      arrived.set(row);
      chime.play();
    },
  });
  const alerts = createAlerts({ connection, http, onAlert: () => chime.play() });
  const stopAgents = connection.state.subscribe(({ kind }) => {
    if (kind === 'online') void loadAgents(http, agents.set);
    if (kind === 'refused') expireIfOver(connection, expire);
  });
  const stopEnded = connection.on('session:ended', expire);
  connection.connect();

  return {
    agent,
    http,
    connection,
    agents,
    queue,
    watch,
    threads,
    outbox,
    store,
    drafts,
    sending,
    updates,
    topics: createTopics({ http, notices }),
    notices,
    calls,
    alerts,
    findArticle: createArticleTitles(http),
    renewLinks: createLinkRenewal(http),
    arrived,
    close() {
      for (const stop of [
        stopAgents,
        stopEnded,
        watch.stop,
        sending.stop,
        chime.stop,
        calls.stop,
        alerts.stop,
      ])
        stop();
      threads.destroy();
      outbox.close();
      connection.close();
    },
  };
}

function connect(expire: () => void): OwnedConnection {
  return createConnection({
    load: async () => (await import('socket.io-client')).io,
    url: location.origin,
    handshake: () => ({ desk: true, v: PROTOCOL_VERSION }),
    async renew() {
      expire();
      return { ok: false, code: 'session_ended' };
    },
    wakeups: watchWakeups,
  });
}

function expireIfOver(connection: OwnedConnection, expire: () => void): void {
  const state = connection.state.get();
  if (state.kind === 'refused' && (state.code === 'session_ended' || state.code === 'session_required'))
    expire();
}

async function loadAgents(http: Http, show: (agents: readonly AgentListItem[]) => void): Promise<void> {
  const ack = await http<{ results: AgentListItem[] }>('GET', '/desk/agents');
  if (ack.ok) show(ack.data.results);
}

function pageFetcher(http: Http): FetchQueuePage {
  return ({ view, query, cursor }) => {
    const params = new URLSearchParams({ view, limit: String(PAGE_SIZE) });
    if (cursor !== null) params.set('cursor', cursor);
    if (query !== '') params.set('q', query);
    return http<Page<QueueRow>>('GET', `/desk/queue?${params.toString()}`);
  };
}
