import { uuidv7 } from '@beseda/shared/domain/uuid';
import { afterAll, beforeEach, expect, it } from 'vitest';
import { listAudit } from '../audit/list-audit';
import type { Context } from '../context/context';
import { sendMessage } from '../conversations/send-message';
import { type AgentActor, SYSTEM } from '../db/actor';
import { findActorByApiToken, findActorBySession } from '../sessions/find-actor';
import { createTeam } from '../teams/save-team';
import type { TestDatabase } from '../testing/clone-database';
import { cloneTestDatabase } from '../testing/clone-test-database';
import { as, makeRequester, makeServices, type TestServices } from '../testing/make-services';
import { readTicket } from '../tickets/read-tickets';
import { updateTicket } from '../tickets/update-ticket';
import { createApiToken } from './create-api-token';
import { disableAgent, enableAgent, releaseDisabled } from './disable-agent';
import { giveSignInLink } from './give-sign-in-link';
import { inviteAgent } from './invite-agent';
import { listAgentCards, readAgent } from './list-agents';
import { signInByLink } from './sign-in';
import { updateAgent } from './update-agent';

let clone: TestDatabase | undefined;
let services: TestServices;
let anna: AgentActor;
let admin: Context;

beforeEach(async () => {
  await close();
  clone = await cloneTestDatabase();
  services = makeServices(clone.appUrl);
  anna = await invite('anna', 'admin');
  admin = as(services, anna);
});
afterAll(close);

async function close(): Promise<void> {
  await services?.database.close();
  await clone?.drop();
}

async function invite(name: string, role: 'agent' | 'admin' = 'agent'): Promise<AgentActor> {
  const email = `${name}@desk.example`;
  const { agent } = await inviteAgent(as(services, SYSTEM), { email, name, role });
  return { kind: 'agent', agentId: agent.id, name, role, sessionId: null };
}

async function signIn(link: string) {
  const { secret } = await signInByLink(services, new URL(link).hash.slice(1));
  return { secret, actor: await findActorBySession(services, secret) };
}

async function ask(assignee: AgentActor): Promise<number> {
  const requester = await makeRequester(services);
  const { number } = await sendMessage(
    as(services, requester),
    { conversationId: uuidv7(), clientId: uuidv7(), text: 'Вопрос', start: {} },
    { kind: 'message', channel: 'widget' },
  );
  await updateTicket(admin, number, { assignee: assignee.agentId });
  return number;
}
const assigneeOf = async (number: number) => (await readTicket(admin, { number })).assignee?.name ?? null;

it('an invited agent signs in by the link, once, as what the invitation says; history has no secret', async () => {
  const { id: teamId } = await createTeam(admin, { name: 'Сети' });
  const { agent, link } = await inviteAgent(admin, {
    email: 'Boris@desk.example',
    role: 'agent',
    languages: ['ru'],
    capacity: 3,
    extension: ' 201 ',
    teams: [teamId],
  });
  expect(agent).toMatchObject({
    name: 'Boris',
    languages: ['ru'],
    capacity: 3,
    extension: '201',
    teams: [{ name: 'Сети' }],
    program: false,
    disabled: false,
    tickets: 0,
  });
  expect((await signIn(link)).actor).toMatchObject({ agentId: agent.id, role: 'agent' });
  await expect(signIn(link)).rejects.toMatchObject({ code: 'link_spent' });
  const { results } = await listAudit(admin, { kind: 'agent', id: agent.id, limit: 5 });
  expect(results).toMatchObject([{ action: 'created', changes: { teams: { to: ['Сети'] } } }]);
  expect(JSON.stringify(results)).not.toContain(new URL(link).hash.slice(1));
});

it('an address and an extension belong to one agent', async () => {
  await inviteAgent(admin, { email: 'boris@desk.example', extension: '201' });
  await expect(inviteAgent(admin, { email: 'BORIS@desk.example' })).rejects.toMatchObject({
    code: 'already_exists',
    field: 'email',
  });
  const other = await invite('vera');
  const taken = { code: 'already_exists', field: 'extension' };
  await expect(inviteAgent(admin, { email: 'gleb@desk.example', extension: '201' })).rejects.toMatchObject(
    taken,
  );
  await expect(updateAgent(admin, other.agentId, { extension: '201' })).rejects.toMatchObject(taken);
});

it('an invitation by mail waits in the outbox without a secret', async () => {
  await inviteAgent(admin, { email: 'boris@desk.example', mail: true });
  const mails = await services.database.inTransaction(
    SYSTEM,
    ({ sql }) => sql`select kind, recipient, data from mail_outbox`,
  );
  expect([...mails]).toEqual([{ kind: 'sign_in', recipient: 'boris@desk.example', data: {} }]);
});

it('what was changed is served at once and stands in the history; what was not leaves no row', async () => {
  const boris = await invite('boris');
  const { id: teamId } = await createTeam(admin, { name: 'Сети' });
  await updateAgent(admin, boris.agentId, { capacity: 7, teams: [teamId] });
  await updateAgent(admin, boris.agentId, { capacity: 7 });
  expect(await readAgent(admin, boris.agentId)).toMatchObject({ capacity: 7, teams: [{ name: 'Сети' }] });
  const { results } = await listAudit(admin, { kind: 'agent', id: boris.agentId, limit: 5 });
  expect(results.map(({ changes }) => Object.keys(changes).toSorted((a, b) => a.localeCompare(b)))).toEqual([
    ['capacity', 'teams'],
    ['capacity', 'disabled', 'email', 'languages', 'name', 'role', 'teams'],
  ]);
});

it('whoever is disabled is out at once, and cannot come back by a link from before', async () => {
  const { agent, link } = await inviteAgent(admin, { email: 'boris@desk.example' });
  const { secret, actor } = await signIn(link);
  const { link: kept } = await giveSignInLink(admin, agent.id, {});
  const told: string[] = [];
  services.bus.subscribe({ sessionEnded: (id) => told.push(id) });
  expect(await disableAgent(admin, agent.id, { handTo: null })).toMatchObject({ disabled: true });
  expect(told).toEqual([actor?.kind === 'agent' ? actor.sessionId : '']);
  expect(await findActorBySession(services, secret)).toBeNull();
  await expect(signIn(kept)).rejects.toMatchObject({ code: 'link_spent' });
  await expect(giveSignInLink(admin, agent.id, {})).rejects.toMatchObject({ code: 'forbidden' });
  await enableAgent(admin, agent.id);
  expect(await findActorBySession(services, secret)).toBeNull();
  await expect(signIn(kept)).rejects.toMatchObject({ code: 'link_spent' });
  expect((await signIn((await giveSignInLink(admin, agent.id, {})).link)).actor).not.toBeNull();
});

it('unfinished tickets of who is disabled go to the agent who was chosen, or to the queue; solved ones stay theirs', async () => {
  const [boris, vera] = [await invite('boris'), await invite('vera')];
  const [open, solved] = [await ask(boris), await ask(boris)];
  await updateTicket(admin, solved, { status: 'solved' });
  await disableAgent(admin, boris.agentId, { handTo: vera.agentId });
  expect([await assigneeOf(open), await assigneeOf(solved)]).toEqual(['vera', 'boris']);
  await disableAgent(admin, vera.agentId, { handTo: null });
  expect(await assigneeOf(open)).toBeNull();
  expect(services.published.at(-1)).toMatchObject({ kind: 'assignee', author: { name: 'anna' } });
  const wrong = disableAgent(admin, boris.agentId, { handTo: boris.agentId });
  await expect(wrong).rejects.toMatchObject({ code: 'invalid_input', field: 'handTo' });
});

it('a solved ticket of who is disabled goes to the queue when it is opened again', async () => {
  const boris = await invite('boris');
  const number = await ask(boris);
  await updateTicket(admin, number, { status: 'solved' });
  await disableAgent(admin, boris.agentId, { handTo: null });
  await updateTicket(admin, number, { status: 'open' });
  expect(await releaseDisabled(services)).toBe(1);
  expect(await assigneeOf(number)).toBeNull();
  expect(await releaseDisabled(services)).toBe(0);
});

it('the last admin stays one: neither the role nor the access is taken, also not by two at once', async () => {
  const last = { code: 'last_admin' };
  await createApiToken(as(services, SYSTEM), { name: 'Export', role: 'admin' });
  await expect(updateAgent(admin, anna.agentId, { role: 'agent' })).rejects.toMatchObject(last);
  await expect(disableAgent(admin, anna.agentId, { handTo: null })).rejects.toMatchObject(last);
  const boris = await invite('boris', 'admin');
  const both = await Promise.allSettled([
    updateAgent(admin, boris.agentId, { role: 'agent' }),
    updateAgent(as(services, boris), anna.agentId, { role: 'agent' }),
  ]);
  expect(both.map(({ status }) => status).toSorted((a, b) => a.localeCompare(b))).toEqual([
    'fulfilled',
    'rejected',
  ]);
});

it('a program is listed as one, gets no link, and acts no more when it is disabled', async () => {
  const token = await createApiToken(as(services, SYSTEM), { name: 'Export', role: 'agent' });
  const program = (await listAgentCards(admin)).find((agent) => agent.program);
  expect(program).toMatchObject({ name: 'Export' });
  const id = program?.id ?? '';
  await expect(giveSignInLink(admin, id, {})).rejects.toMatchObject({ code: 'forbidden' });
  await disableAgent(admin, id, { handTo: null });
  expect(await findActorByApiToken(services, token)).toBeNull();
});
