import { expect, it } from 'vitest';
import { type AgentActor, type RequesterActor, SYSTEM } from '../db/actor';
import { audienceOf, mayRead, type Viewer } from './may-read';

const requester: RequesterActor = {
  kind: 'requester',
  personId: 'p',
  companyId: 'c',
  appId: null,
  sessionId: 's',
  name: 'Ольга',
  locale: 'ru',
};
const agent: AgentActor = { kind: 'agent', agentId: 'a', role: 'agent', name: 'Анна', sessionId: null };
const manager: RequesterActor = { ...requester, kind: 'manager' };

it.each<[string, Viewer, boolean, boolean, boolean]>([
  ['nobody', null, true, false, false],
  ['a requester', requester, true, true, false],
  ['a manager', manager, true, true, false],
  ['an agent', agent, true, true, true],
  ['the system', SYSTEM, true, true, true],
])('%s reads what is meant for them', (_name, viewer, open, staff, agents) => {
  const audience = audienceOf(viewer);
  expect([mayRead(audience, 'public'), mayRead(audience, 'staff'), mayRead(audience, 'agents')]).toEqual([
    open,
    staff,
    agents,
  ]);
});
