import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import { UNREACHED } from './ack';
import { holdFile } from './hold-file';
import { createLease } from './lease';
import { createOutbox } from './outbox';
import { openStore, type Store } from './store';
import { joinTabs } from './tabs';
import { createManualClock, settle } from './testing/manual-clock';
import { createMessageServer } from './testing/message-server';
import { type Answer, createScriptedConnection, refuse } from './testing/scripted-connection';
import { createThreads } from './threads';
import type { Upload } from './upload-file';

const ID = '019aaaaa-0000-7000-8000-000000000001';
const OTHER = '019aaaaa-0000-7000-8000-000000000002';
const start = { locale: 'ru' as const };

let factory: IDBFactory;
let server: ReturnType<typeof createMessageServer>;
beforeEach(() => {
  factory = new IDBFactory();
  server = createMessageServer();
});

interface TabOptions {
  online?: boolean;
  owner?: string;
  answer?: Answer;
  upload?: Upload;
  store?: Store;
}

/** One tab of the browser: its own connection and outbox over the one store of the origin. */
async function openTab(options: TabOptions = {}) {
  const { owner = 'app acme ivan', online = true, upload = () => Promise.resolve(UNREACHED) } = options;
  const answer = options.answer ?? ((event, input) => server.answer(event, input));
  const store = options.store ?? (await openStore('beseda', factory));
  const clock = createManualClock();
  const line = createScriptedConnection(answer, online);
  const outbox = await createOutbox({
    owner,
    store,
    connection: line.connection,
    upload,
    lock: createLease(store),
    tabs: joinTabs(`outbox ${owner}`),
    clock,
  });
  return { store, clock, outbox, ...line };
}

describe('an outbox', () => {
  it('keeps a message over a reload and sends it once the line is there', async () => {
    const before = await openTab({ online: false });
    await before.outbox.add({ conversationId: ID, text: 'Где выплата?', start });
    expect(before.outbox.items().map(({ state }) => state.kind)).toEqual(['pending']);
    before.outbox.close();
    const after = await openTab();
    await settle();
    expect(server.texts(ID)).toEqual(['Где выплата?']);
    expect(await after.store.list('outbox')).toEqual([]);
    after.outbox.close();
  });

  it('sends again after a lost ack, and the message stands once', async () => {
    let losing = true;
    const tab = await openTab({
      answer: (event, input) => {
        const ack = server.answer(event, input);
        return event === 'message:send' && losing ? UNREACHED : ack;
      },
    });
    await tab.outbox.add({ conversationId: ID, text: 'один раз', start });
    await settle();
    expect(tab.outbox.items()[0]?.state.kind).toBe('pending');
    losing = false;
    await tab.clock.advance(60_000);
    expect(server.texts(ID)).toEqual(['один раз']);
    expect(await tab.store.list('outbox')).toEqual([]);
    tab.outbox.close();
  });

  it('keeps the order in a conversation and lets others pass', async () => {
    let blocked = true;
    const tab = await openTab({
      answer: (event, input) =>
        blocked && (input as { conversationId: string }).conversationId === ID
          ? UNREACHED
          : server.answer(event, input),
    });
    await tab.outbox.add({ conversationId: ID, text: 'первое', start });
    await tab.outbox.add({ conversationId: ID, text: 'второе' });
    await tab.outbox.add({ conversationId: OTHER, text: 'другое', start });
    await settle();
    expect(server.texts(OTHER)).toEqual(['другое']);
    blocked = false;
    await tab.clock.advance(20_000);
    expect(server.texts(ID)).toEqual(['первое', 'второе']);
    tab.outbox.close();
  });

  it('shows what was refused and why, sends what stands behind it, and sends again when told', async () => {
    let refusing = true;
    server.record(ID, 'agent', 'x', 'Слушаем вас');
    const tab = await openTab({
      answer: (event, input) =>
        refusing && (input as { text?: string }).text === 'плохое'
          ? refuse('conversation_closed')
          : server.answer(event, input),
    });
    const clientId = await tab.outbox.add({ conversationId: ID, text: 'плохое' });
    await tab.outbox.add({ conversationId: ID, text: 'хорошее' });
    await settle();
    expect(server.texts(ID)).toEqual(['Слушаем вас', 'хорошее']);
    expect(tab.outbox.items(ID).find((item) => item.clientId === clientId)?.state).toEqual({
      kind: 'refused',
      code: 'conversation_closed',
    });
    refusing = false;
    await tab.outbox.retry(clientId);
    await settle();
    expect(server.texts(ID)).toEqual(['Слушаем вас', 'хорошее', 'плохое']);
    tab.outbox.close();
  });

  it('hands the beginning of a conversation on when its first message is deleted', async () => {
    const tab = await openTab({
      answer: (event, input) =>
        (input as { text?: string }).text === 'плохое'
          ? refuse('message_empty')
          : server.answer(event, input),
    });
    const first = await tab.outbox.add({ conversationId: ID, text: 'плохое', start });
    await tab.outbox.add({ conversationId: ID, text: 'второе' });
    await settle();
    expect(tab.outbox.items(ID).map(({ state }) => state.kind)).toEqual(['refused', 'pending']);
    expect((await tab.outbox.remove(first))?.text).toBe('плохое');
    await tab.outbox.add({ conversationId: ID, text: 'третье' });
    await settle();
    expect(server.texts(ID)).toEqual(['второе', 'третье']);
    tab.outbox.close();
  });

  it('uploads files first, keeps what was uploaded, and sends their ids', async () => {
    const uploads: string[] = [];
    let broken = true;
    const upload: Upload = async ({ clientId, name, blob, onProgress }) => {
      uploads.push(name);
      if (name === 'b.png' && broken) return UNREACHED;
      onProgress(1);
      expect(await blob.text()).toBe(`bytes of ${name}`);
      return { ok: true, data: { id: `stored-${clientId}`, name, type: '', size: 1, sha256: '', url: '' } };
    };
    const tab = await openTab({ upload });
    const files = [];
    for (const name of ['a.png', 'b.png'])
      files.push(await holdFile(tab.store, 'app acme ivan', new File([`bytes of ${name}`], name)));
    await tab.outbox.add({ conversationId: ID, text: '', files, start });
    await expect.poll(() => uploads).toEqual(['a.png', 'b.png']);
    await settle();
    expect(tab.requests).toEqual([]);
    broken = false;
    await tab.clock.advance(10_000);
    expect(uploads).toEqual(['a.png', 'b.png', 'b.png']);
    expect(tab.requests[0]?.input).toMatchObject({
      attachments: files.map(({ clientId }) => `stored-${clientId}`),
    });
    expect(await tab.store.list('files')).toEqual([]);
    tab.outbox.close();
  });

  it('names the file that the server refused', async () => {
    const upload: Upload = () => Promise.resolve(refuse('file_too_large', { limit: 5 }));
    const tab = await openTab({ upload });
    const file = await holdFile(tab.store, 'app acme ivan', new File(['x'], 'big.zip'));
    await tab.outbox.add({ conversationId: ID, text: 'вот', files: [file], start });
    await expect
      .poll(() => tab.outbox.items()[0]?.state)
      .toEqual({
        kind: 'refused',
        code: 'file_too_large',
        details: { limit: 5, file: 'big.zip' },
      });
    tab.outbox.close();
  });

  it('belongs to its owner: another person neither sees nor sends it', async () => {
    const ivan = await openTab({ online: false });
    await ivan.outbox.add({ conversationId: ID, text: 'личное', start });
    const maria = await openTab({ owner: 'app acme maria' });
    await settle();
    expect(maria.outbox.items()).toEqual([]);
    expect(server.texts(ID)).toEqual([]);
    for (const { outbox } of [ivan, maria]) outbox.close();
  });

  it('is the same in two tabs, and one of them sends', async () => {
    const first = await openTab();
    const second = await openTab({ online: false });
    const told: string[] = [];
    second.outbox.onStored((_, clientId, own) => told.push(`${clientId} ${own === null}`));
    const clientId = await second.outbox.add({ conversationId: ID, text: 'из второй', start });
    await expect.poll(() => server.texts(ID)).toEqual(['из второй']);
    await expect.poll(() => told).toEqual([`${clientId} true`]);
    second.go('online');
    await settle();
    expect(second.requests).toEqual([]);
    for (const { outbox } of [first, second]) outbox.close();
  });

  it('at logout sends what it can, deletes the rest with its files, and says how many', async () => {
    const stuck = await openTab({
      answer: (event, input) =>
        (input as { conversationId: string }).conversationId === OTHER
          ? new Promise(() => {})
          : server.answer(event, input),
    });
    const file = await holdFile(stuck.store, 'app acme ivan', new File(['x'], 'a.png'));
    await stuck.outbox.add({ conversationId: OTHER, text: 'не уйдёт', start });
    await stuck.outbox.add({ conversationId: OTHER, text: 'и это', files: [file] });
    await stuck.outbox.add({ conversationId: ID, text: 'уйдёт', start });
    const drained = stuck.outbox.drain(4000);
    await stuck.clock.advance(4000);
    expect(await drained).toBe(2);
    expect(server.texts(ID)).toEqual(['уйдёт']);
    expect(await stuck.store.list('outbox')).toEqual([]);
    expect(await stuck.store.list('files')).toEqual([]);
  });

  it('works in memory where IndexedDB is refused, and says so', async () => {
    const refusing = {
      open: () => {
        throw new DOMException('no', 'SecurityError');
      },
    } as unknown as IDBFactory;
    const tab = await openTab({ store: await openStore('beseda', refusing) });
    expect(tab.store.durable()).toBe(false);
    await tab.outbox.add({ conversationId: ID, text: 'всё равно', start });
    await settle();
    expect(server.texts(ID)).toEqual(['всё равно']);
    tab.outbox.close();
  });

  it('never shows a message twice while the thread takes over from it', async () => {
    const tab = await openTab();
    const threads = createThreads({ connection: tab.connection, outbox: tab.outbox, me: 'requester' });
    const seen: string[][] = [];
    threads.subscribe(() => {
      const { thread, pending } = threads.view(ID);
      const stored =
        thread?.events.flatMap((event) => (event.kind === 'message' ? event.message.text : [])) ?? [];
      seen.push([...stored, ...pending.map(({ text }) => text)]);
    });
    threads.open(ID);
    await tab.outbox.add({ conversationId: ID, text: 'раз', start });
    await settle();
    await tab.outbox.add({ conversationId: ID, text: 'два' });
    await settle();
    expect(seen.at(-1)).toEqual(['раз', 'два']);
    expect(seen.filter((texts) => new Set(texts).size !== texts.length)).toEqual([]);
    const firstFull = seen.findIndex((texts) => texts.length === 2);
    expect(seen.slice(firstFull).every((texts) => texts.length === 2)).toBe(true);
    tab.outbox.close();
  });
});
