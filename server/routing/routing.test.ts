import { uuidv7 } from '@beseda/shared/domain/uuid';
import { afterAll, beforeEach, expect, it } from 'vitest';
import { openConversation } from '../conversations/open-conversation';
import { sendMessage } from '../conversations/send-message';
import { type AgentActor, SYSTEM } from '../db/actor';
import type { Transaction } from '../db/connect';
import { changeSetting } from '../settings/change-setting';
import type { TestDatabase } from '../testing/clone-database';
import { cloneTestDatabase } from '../testing/clone-test-database';
import { as, makeAgent, makeRequester, makeServices, type TestServices } from '../testing/make-services';
import { readTicket } from '../tickets/read-tickets';
import { updateTicket } from '../tickets/update-ticket';
import { releaseAbsent } from './release-absent';
import { routeTickets } from './route-tickets';
import { setAbsence } from './set-absence';

/** A Thursday, noon in Moscow. */
const NOON = Date.parse('2026-11-26T12:00:00+03:00');
const HOUR = 60 * 60_000;

let clone: TestDatabase | undefined;
let services: TestServices;
let anna: AgentActor;
let boris: AgentActor;

beforeEach(async () => {
  await close();
  clone = await cloneTestDatabase();
  services = makeServices(clone.appUrl);
  services.clock.now = NOON;
  anna = await makeAgent(services, 'Анна');
  boris = await makeAgent(services, 'Борис');
});
afterAll(close);

async function close(): Promise<void> {
  await services?.database.close();
  await clone?.drop();
}

const write = (work: (sql: Transaction['sql']) => Promise<unknown>) =>
  services.database.inTransaction(SYSTEM, ({ sql }) => work(sql));
const online = (...agents: AgentActor[]) => new Set(agents.map(({ agentId }) => agentId));
const routeAll = () => changeSetting(as(services, SYSTEM), { key: 'routing.mode', value: 'all' });

async function ask(company = 'vita', locale?: 'en'): Promise<{ number: number; conversationId: string }> {
  const requester = await makeRequester(services, { company });
  services.clock.now += 1000;
  const conversationId = uuidv7();
  const { number } = await sendMessage(
    as(services, requester),
    { conversationId, clientId: uuidv7(), text: 'Вопрос', start: locale ? { locale } : {} },
    { kind: 'message', channel: 'widget' },
  );
  return { number, conversationId };
}

const assigneeOf = async (number: number) =>
  (await readTicket(as(services, anna), { number })).assignee?.name ?? null;

/** Why the ticket is where it is, as agents read it in the thread. */
async function reasonOf(conversationId: string): Promise<unknown> {
  const opened = await openConversation(as(services, anna), { conversationId });
  if (opened.kind !== 'snapshot') return null;
  return opened.thread.events.findLast(({ kind }) => kind === 'assignee');
}

async function dedicate(company: string, to: { team: AgentActor[] } | { agent: AgentActor }): Promise<void> {
  await makeRequester(services, { company });
  const teamId = uuidv7();
  await write(async (sql) => {
    if ('agent' in to) {
      await sql`update companies set agent_id = ${to.agent.agentId} where external_id = ${company}`;
      return;
    }
    await sql`insert into teams (id, name) values (${teamId}, ${company})`;
    for (const { agentId } of to.team)
      await sql`insert into team_members (team_id, agent_id) values (${teamId}, ${agentId})`;
    await sql`update companies set team_id = ${teamId} where external_id = ${company}`;
  });
}

it('gives a dedicated company’s ticket to its team, says why to agents alone, and leaves others to be taken', async () => {
  await dedicate('altyn', { team: [boris] });
  const theirs = await ask('altyn');
  const others = await ask('vita');
  expect(await routeTickets(services, online(anna, boris))).toBe(1);
  expect(await assigneeOf(theirs.number)).toBe('Борис');
  expect(await assigneeOf(others.number)).toBeNull();
  expect(await reasonOf(theirs.conversationId)).toMatchObject({
    author: { kind: 'system' },
    to: { name: 'Борис' },
    why: 'dedicated_team',
  });
  const told = services.published.findLast(({ kind }) => kind === 'assignee');
  expect(told?.data).toMatchObject({ why: 'dedicated_team' });
});

it('waits in the queue while nobody of the team is there, and goes to them when somebody comes', async () => {
  await dedicate('altyn', { team: [boris] });
  const { number } = await ask('altyn');
  expect(await routeTickets(services, online(anna))).toBe(0);
  expect(await assigneeOf(number)).toBeNull();
  await routeTickets(services, online(anna, boris));
  expect(await assigneeOf(number)).toBe('Борис');
});

it('prefers the company’s own agent to its team, and another of the pool to nobody where all is routed', async () => {
  await dedicate('altyn', { team: [boris] });
  await dedicate('altyn', { agent: anna });
  const first = await ask('altyn');
  await routeTickets(services, online(anna, boris));
  expect(await assigneeOf(first.number)).toBe('Анна');
  await routeAll();
  services.clock.now += 5000;
  const carol = await makeAgent(services, 'Карина');
  const second = await ask('altyn');
  await routeTickets(services, online(carol));
  expect(await assigneeOf(second.number)).toBe('Карина');
  expect(await reasonOf(second.conversationId)).toMatchObject({ why: 'load' });
});

it('goes by language, then by load, then round the table, never over an agent’s capacity', async () => {
  await routeAll();
  await write((sql) => sql`update agents set languages = '{ru}', capacity = 2 where id = ${anna.agentId}`);
  await write(
    (sql) => sql`update agents set languages = '{ru,en}', capacity = 2 where id = ${boris.agentId}`,
  );
  const english = await ask('vita', 'en');
  await routeTickets(services, online(anna, boris));
  expect(await assigneeOf(english.number)).toBe('Борис');
  const names: (string | null)[] = [];
  for (let i = 0; i < 4; i++) {
    const { number } = await ask();
    await routeTickets(services, online(anna, boris));
    names.push(await assigneeOf(number));
  }
  expect(names).toEqual(['Анна', 'Борис', 'Анна', null]);
});

it('gives nothing to those who are away or disabled, and nothing at all when it is off', async () => {
  await routeAll();
  await setAbsence(as(services, anna), new Date(NOON + HOUR).toISOString());
  await write((sql) => sql`update agents set disabled = true where id = ${boris.agentId}`);
  await ask();
  expect(await routeTickets(services, online(anna, boris))).toBe(0);
  await setAbsence(as(services, anna), null);
  await changeSetting(as(services, SYSTEM), { key: 'routing.mode', value: 'off' });
  services.clock.now += 5000;
  expect(await routeTickets(services, online(anna))).toBe(0);
  await expect(setAbsence(as(services, anna), new Date(NOON - HOUR).toISOString())).rejects.toMatchObject({
    code: 'invalid_input',
  });
});

it('takes the most urgent first', async () => {
  await routeAll();
  await write((sql) => sql`update agents set capacity = 1 where id = ${anna.agentId}`);
  await ask();
  const urgent = await ask();
  await updateTicket(as(services, boris), urgent.number, { priority: 'urgent' });
  await routeTickets(services, online(anna));
  expect(await assigneeOf(urgent.number)).toBe('Анна');
});

it('takes tickets back from those who stay away for a working day, and not over a night', async () => {
  const { number, conversationId } = await ask();
  await updateTicket(as(services, anna), number, { assignee: anna.agentId });
  await write(
    (sql) =>
      sql`update agents set seen_at = ${new Date(NOON + HOUR).toISOString()} where id = ${anna.agentId}`,
  );
  services.clock.now = NOON + 20 * HOUR;
  expect(await releaseAbsent(services, online(boris))).toBe(0);
  services.clock.now = NOON + 25 * HOUR;
  expect(await releaseAbsent(services, online(anna))).toBe(0);
  expect(await releaseAbsent(services, online(boris))).toBe(1);
  expect(await assigneeOf(number)).toBeNull();
  expect(await reasonOf(conversationId)).toMatchObject({ from: { name: 'Анна' }, to: null, why: 'absence' });
});

it('takes them back at once from those who say that they will be away for longer', async () => {
  const { number } = await ask();
  await updateTicket(as(services, anna), number, { assignee: anna.agentId });
  await setAbsence(as(services, anna), new Date(NOON + 4 * HOUR).toISOString());
  expect(await releaseAbsent(services, online())).toBe(0);
  await setAbsence(as(services, anna), new Date(NOON + 24 * 7 * HOUR).toISOString());
  expect(await releaseAbsent(services, online())).toBe(1);
  expect(await assigneeOf(number)).toBeNull();
});
