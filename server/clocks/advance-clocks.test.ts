import { compileCalendar } from '@beseda/shared/domain/open-hours';
import { describe, expect, it } from 'vitest';
import { advanceClocks, type ClockedTicket, type Happening } from './advance-clocks';
import type { Clock } from './clock';
import type { ServiceLevel } from './service-levels';
import { showPromise } from './show-promise';

const HOUR = 3_600_000;
/** Monday to Friday, 8:00 to 20:00 in Moscow; the month is November 2026. */
const at = (time: string) => Date.parse(`2026-11-${time}:00+03:00`);
const MONDAY_NINE = at('23T09:00');

function level(targets: Partial<Record<Clock['kind'], number>> = {}): ServiceLevel {
  const week = ['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [day, [['08:00', '20:00']]]);
  const hours = compileCalendar({
    tz: 'Europe/Moscow',
    hours: Object.fromEntries(week),
    holidays: [],
    exceptions: {},
  });
  const all = { first_reaction: 2, next_reaction: 2, ...targets };
  return {
    hours,
    escalateMs: HOUR / 2,
    targetOf: (kind, priority) => {
      const target = all[kind];
      return target === undefined ? null : (target * 3600) / (priority === 'urgent' ? 2 : 1);
    },
  };
}

/** A ticket that lives: each step changes it and lets its clocks follow. */
function live(rules: ServiceLevel | null = level()) {
  const ticket: ClockedTicket = {
    status: 'open',
    priority: 'normal',
    createdAt: MONDAY_NINE,
    answered: false,
    waitingSince: null,
  };
  let clocks: readonly Clock[] = [];
  const step = (happening: Happening, when: number, changes: Partial<ClockedTicket>) => {
    Object.assign(ticket, changes);
    clocks = advanceClocks(clocks, rules, ticket, happening, when);
    return shown();
  };
  const shown = () => showPromise(clocks, null);
  return {
    ask: (when = MONDAY_NINE) =>
      step({ kind: 'asked' }, when, { status: 'open', waitingSince: ticket.waitingSince ?? when }),
    answer: (when: number) => step({ kind: 'answered' }, when, { answered: true, waitingSince: null }),
    move: (status: ClockedTicket['status'], when: number) =>
      step({ kind: 'moved' }, when, { status, ...(status === 'solved' ? { waitingSince: null } : {}) }),
    rule: (when: number, changes: Partial<ClockedTicket> = {}, next?: ServiceLevel | null) => {
      if (next !== undefined) rules = next;
      return step({ kind: 'ruled' }, when, changes);
    },
    get: (kind: Clock['kind']) => clocks.filter((clock) => clock.kind === kind),
    all: () => clocks,
    shown,
  };
}

const iso = (time: string) => new Date(at(time)).toISOString();

describe('reactions', () => {
  it('are promised from the first message on, once, however much is written', () => {
    const ticket = live();
    expect(ticket.ask()).toMatchObject({ kind: 'first_reaction', state: 'running', dueAt: iso('23T11:00') });
    ticket.ask(at('23T09:30'));
    expect(ticket.all()).toHaveLength(1);
  });

  it('are due in working hours: what is asked on Friday evening is answered on Monday', () => {
    expect(live().ask(at('27T19:00'))?.dueAt).toBe(iso('30T09:00'));
  });

  it('are met by an answer; what is written after it starts the next', () => {
    const ticket = live();
    ticket.ask();
    expect(ticket.answer(at('23T10:15'))).toMatchObject({ state: 'met', metAt: iso('23T10:15') });
    expect(ticket.get('first_reaction')[0]).toMatchObject({ breachedAt: null, nextAlertAt: null });
    expect(ticket.ask(at('23T12:00'))).toMatchObject({ kind: 'next_reaction', dueAt: iso('23T14:00') });
    ticket.answer(at('23T12:10'));
    expect(ticket.get('next_reaction')).toHaveLength(1);
  });

  it('met too late say so, though nobody noticed in between', () => {
    const ticket = live();
    ticket.ask();
    ticket.answer(at('23T11:05'));
    expect(ticket.get('first_reaction')[0]?.breachedAt).toBe(at('23T11:00'));
  });

  it('stand still while the requester is waited for, and go on with their answer', () => {
    const ticket = live();
    ticket.ask();
    expect(ticket.move('pending', at('23T09:30'))).toMatchObject({
      state: 'paused',
      dueAt: null,
      reason: 'pending',
    });
    expect(ticket.get('first_reaction')[0]?.nextAlertAt).toBeNull();
    expect(ticket.ask(at('23T15:00'))).toMatchObject({ state: 'running', dueAt: iso('23T16:30') });
  });

  it('stand still when solved, run again when opened, and end when closed', () => {
    const ticket = live();
    ticket.ask();
    expect(ticket.move('solved', at('23T09:30'))).toMatchObject({ state: 'paused', reason: 'solved' });
    expect(ticket.ask(at('23T10:30'))).toMatchObject({ kind: 'first_reaction', dueAt: iso('23T12:00') });
    expect(ticket.move('closed', at('23T10:45'))).toBeNull();
    expect(ticket.get('first_reaction')[0]?.cancelledAt).toBe(at('23T10:45'));
  });

  it('go on running on hold: the requester waits all the same', () => {
    const ticket = live();
    ticket.ask();
    expect(ticket.move('on_hold', at('23T09:30'))).toMatchObject({
      state: 'running',
      dueAt: iso('23T11:00'),
    });
  });
});

describe('the solution', () => {
  it('is promised where the plan gives it, and shown once nobody waits for an answer', () => {
    const ticket = live(level({ resolution: 10 }));
    expect(ticket.ask()?.kind).toBe('first_reaction');
    expect(ticket.answer(at('23T10:00'))).toMatchObject({ kind: 'resolution', dueAt: iso('23T19:00') });
  });

  it('leaves out the time that the requester took, and the time it seemed solved', () => {
    const ticket = live(level({ resolution: 10 }));
    ticket.ask();
    ticket.answer(at('23T10:00'));
    ticket.move('pending', at('23T10:00'));
    expect(ticket.ask(at('23T12:00')) && ticket.get('resolution')[0]?.dueAt).toBe(at('24T09:00'));
    ticket.answer(at('23T12:30'));
    expect(ticket.move('solved', at('23T13:00'))).toMatchObject({ kind: 'resolution', state: 'met' });
    ticket.ask(at('23T16:00'));
    expect(ticket.get('resolution')).toHaveLength(1);
    expect(ticket.get('resolution')[0]).toMatchObject({ metAt: null, dueAt: at('24T12:00') });
  });
});

describe('rules', () => {
  it('of another priority move the deadline, and alert again of what lies ahead', () => {
    const ticket = live();
    ticket.ask();
    expect(ticket.rule(at('23T09:10'), { priority: 'urgent' })?.dueAt).toBe(iso('23T10:00'));
    expect(ticket.get('first_reaction')[0]?.nextAlertAt).toBe(at('23T09:45'));
  });

  it('change nothing where nothing moves: the very same clocks', () => {
    const ticket = live();
    ticket.ask();
    const before = ticket.all();
    ticket.rule(at('23T09:10'));
    expect(ticket.all().every((clock, index) => clock === before[index])).toBe(true);
  });

  it('that promise nothing cancel what runs; those that promise again start from when somebody waits', () => {
    const ticket = live();
    ticket.ask();
    expect(ticket.rule(at('23T09:10'), {}, null)).toBeNull();
    expect(ticket.rule(at('23T09:20'), {}, level())).toMatchObject({
      state: 'running',
      dueAt: iso('23T11:00'),
    });
  });
});

it('promises nothing without a service level', () => {
  const ticket = live(null);
  expect(ticket.ask()).toBeNull();
  expect(ticket.all()).toEqual([]);
});
