import { uuidv7 } from '@beseda/shared/domain/uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AgentActor, RequesterActor } from '../db/actor';
import { parseCsv } from '../import/parse-csv';
import type { TestDatabase } from '../testing/clone-database';
import { cloneTestDatabase } from '../testing/clone-test-database';
import { as, makeAgent, makeRequester, makeServices, type TestServices } from '../testing/make-services';
import { updateTicket } from '../tickets/update-ticket';
import { exportConversations } from './export-conversations';
import type { ConversationFilter } from './pick-conversations';
import { sendMessage } from './send-message';

const MANY = 230;
let clone: TestDatabase;
let services: TestServices;
let anna: AgentActor;
let olga: RequesterActor;
let ivan: RequesterActor;
let maria: RequesterActor;

beforeAll(async () => {
  clone = await cloneTestDatabase();
  services = makeServices(clone.appUrl);
  anna = await makeAgent(services);
  olga = await makeRequester(services, { name: 'Ольга' });
  ivan = await makeRequester(services, { name: '=Иван' });
  maria = await makeRequester(services, { name: 'Мария', role: 'manager' });
  const stranger = await makeRequester(services, { company: 'other' });
  for (let n = 0; n < MANY; n++) await ask(olga, `Вопрос ${n}`);
  await ask(ivan, '=HYPERLINK("https://evil.example")');
  await ask(stranger, 'Чужое');
});
afterAll(async () => {
  await services.database.close();
  await clone.drop();
});

async function ask(actor: RequesterActor, text: string): Promise<number> {
  services.clock.now += 60_000;
  const message = { conversationId: uuidv7(services.clock.now), clientId: uuidv7(), text, start: {} };
  return (await sendMessage(as(services, actor), message, { kind: 'message', channel: 'portal' })).number;
}

async function download(
  actor: RequesterActor,
  filter: ConversationFilter = {},
  how: { locale: 'ru' | 'en'; tz: string } = { locale: 'ru', tz: 'Europe/Moscow' },
): Promise<string> {
  const parts = [];
  for await (const part of await exportConversations(as(services, actor), filter, how)) parts.push(part);
  return parts.join('');
}

const rowsOf = (csv: string) => parseCsv(csv).map(({ cells }) => cells);

describe('an export', () => {
  it('holds every conversation of one’s own once, newest first, with its columns named', async () => {
    const csv = await download(olga);
    expect(csv.startsWith('\uFEFFНомер,Тема,Тип,Статус,')).toBe(true);
    const [, ...rows] = rowsOf(csv);
    const subjects = Array.from({ length: MANY }, (_, n) => `Вопрос ${MANY - 1 - n}`);
    expect(rows.map(([, subject]) => subject)).toEqual(subjects);
  });

  it('holds the company’s for a manager, what a spreadsheet would run as text, and nobody else’s', async () => {
    const rows = rowsOf(await download(maria, { who: 'company' }));
    expect(rows).toHaveLength(MANY + 2);
    expect(rows[1]?.[1]).toBe('\'=HYPERLINK("https://evil.example")');
    expect(rows[1]?.[4]).toBe("'=Иван");
    await expect(download(olga, { who: 'company' })).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('follows the filter, the language and the zone', async () => {
    const number = await ask(ivan, 'Задача');
    await updateTicket(as(services, anna), number, { type: 'task', status: 'on_hold' });
    const at = new Date(services.clock.now).toISOString();
    const [head, row, ...more] = rowsOf(
      await download(ivan, { type: 'task' }, { locale: 'en', tz: 'Asia/Vladivostok' }),
    );
    expect(head?.[7]).toBe('Created, Asia/Vladivostok');
    expect(row?.slice(0, 6)).toEqual([`${number}`, 'Задача', 'Task', 'On hold', "'=Иван", 'Support centre']);
    const local = new Date(Date.parse(at) + 10 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
    expect(row?.[7]).toBe(local);
    expect(more).toEqual([]);
    await expect(download(ivan, {}, { locale: 'en', tz: 'Mars' })).rejects.toMatchObject({ field: 'tz' });
  });

  it('holds what was there when it began, though the list changes under it', async () => {
    const lines = await exportConversations(as(services, olga), {}, { locale: 'ru', tz: 'Europe/Moscow' });
    const parts: string[] = [];
    for await (const part of lines) {
      if (parts.length === 1) await ask(olga, 'Новый');
      parts.push(part);
    }
    const [, ...rows] = rowsOf(parts.join(''));
    expect(new Set(rows.map(([number]) => number)).size).toBe(MANY);
    expect(rows.some(([, subject]) => subject === 'Новый')).toBe(false);
  });
});
