import { READER_ROLES, VISIBILITIES } from '@beseda/shared/domain/words';
import { describe, expect, it } from 'vitest';
import { type AgentActor, type RequesterActor, SYSTEM } from '../db/actor';
import type { Rule } from './load-articles';
import {
  classOf,
  listReaders,
  mayRead,
  nameReaders,
  narrowRules,
  type Reader,
  readerOf,
  type Viewer,
} from './may-read';

const requester: RequesterActor = {
  kind: 'requester',
  personId: 'p',
  companyId: 'c',
  appId: null,
  sessionId: 's',
  name: 'Ольга',
  locale: 'ru',
  plan: 'network',
};
const agent: AgentActor = { kind: 'agent', agentId: 'a', role: 'agent', name: 'Анна', sessionId: null };
const manager: RequesterActor = { ...requester, kind: 'manager' };
const { plan: _, ...unasked } = requester;

const ruleOf = (rule: Partial<Rule>): Rule => ({ visibility: 'public', plans: [], roles: [], ...rule });
const RULES = {
  open: ruleOf({}),
  staff: ruleOf({ visibility: 'staff' }),
  agents: ruleOf({ visibility: 'agents' }),
  network: ruleOf({ visibility: 'staff', plans: ['network', 'enterprise'] }),
  start: ruleOf({ plans: ['start'] }),
  managers: ruleOf({ roles: ['manager'] }),
};

it.each<[string, Viewer, (keyof typeof RULES)[]]>([
  ['nobody', null, ['open']],
  ['a requester', requester, ['open', 'staff', 'network']],
  ['a requester whose plan was not asked for', unasked, ['open', 'staff']],
  ['a manager', manager, ['open', 'staff', 'network', 'managers']],
  ['an agent', agent, ['open', 'staff', 'agents', 'network', 'start', 'managers']],
  ['the system', SYSTEM, ['open', 'staff', 'agents', 'network', 'start', 'managers']],
])('%s reads what is meant for them', (_name, viewer, expected) => {
  const read = Object.entries(RULES).filter(([, rule]) => mayRead(readerOf(viewer), rule));
  expect(read.map(([name]) => name)).toEqual(expected);
});

const PLANS = ['start', 'business', 'network'];
const LISTS = [[], ['start'], ['business'], ['start', 'network'], PLANS];
const ROLES = [[], ['staff'], ['manager'], [...READER_ROLES]] as const;
const EVERY_RULE = VISIBILITIES.flatMap((visibility) =>
  LISTS.flatMap((plans) => ROLES.map((roles): Rule => ({ visibility, plans, roles: [...roles] }))),
);
const EVERY_READER: Reader[] = [
  { is: 'anybody' },
  { is: 'inside' },
  ...[null, 'other', ...PLANS].flatMap((plan) =>
    READER_ROLES.map((role): Reader => ({ is: 'staff', plan, role })),
  ),
];

describe('rules one above the other', () => {
  it('let in exactly those whom each of them lets in', () => {
    const wrong: unknown[] = [];
    for (const [at, one] of EVERY_RULE.entries()) {
      for (const other of EVERY_RULE) {
        const third = EVERY_RULE[(at * 7) % EVERY_RULE.length] ?? one;
        const narrow = narrowRules([one, other, third]);
        for (const reader of EVERY_READER) {
          const each = [one, other, third].every((rule) => mayRead(reader, rule));
          if (mayRead(reader, narrow) !== each) wrong.push({ reader, one, other, third });
        }
      }
    }
    expect(wrong).toEqual([]);
  });
});

describe('classes of readers', () => {
  it('hold together only those who read the same, and leave nobody out', () => {
    for (const [at, one] of EVERY_RULE.entries()) {
      const rules = [one, EVERY_RULE[(at * 11) % EVERY_RULE.length] ?? one];
      const named = nameReaders(rules);
      const known = new Map(listReaders(named).map((reader) => [classOf(named, reader), reader]));
      for (const reader of EVERY_READER) {
        const alike = known.get(classOf(named, reader));
        if (!alike) throw new Error(`no class for ${JSON.stringify(reader)}`);
        expect(rules.map((rule) => mayRead(reader, rule))).toEqual(rules.map((rule) => mayRead(alike, rule)));
      }
    }
  });

  it('are three where no rule names a plan or a role', () => {
    expect(listReaders(nameReaders([RULES.staff, RULES.agents]))).toHaveLength(3);
  });
});
