import type { alertsRu } from './alerts-ru';

/** Texts about deadlines. */
export const alertsEn: typeof alertsRu = {
  clocks: { first_reaction: 'First answer', next_reaction: 'Answer', resolution: 'Solution' },
  kinds: {
    warning: 'due soon',
    breach: 'overdue',
    team: 'overdue, passed on to the team',
    admins: 'overdue, passed on to the admins',
  },
  label: 'Deadlines',
  none: 'No alerts',
  noneHint: 'What is due soon or overdue appears here.',
  unseen: (count) => `not looked at: ${count}`,
  seeAll: 'All looked at',
  open: 'Open',
  marked: 'has an alert about its deadline',
  due: (time) => `due ${time}`,
  dueAt: 'Answer due',
  late: (span) => `−${span}`,
  lateSaid: (span) => `overdue by ${span}`,
  section: 'Deadlines',
  missed: (time) => `passed ${time}`,
  met: (time) => `done: ${time}`,
  metLate: (time) => `done: ${time}, late`,
  paused: {
    pending: 'stands still: waiting for the requester',
    acceptance: 'stands still: waiting for acceptance',
    solved: 'stands still: solved',
  },
  cancelled: 'not promised any more',
  nothing: 'The plan of this company promises no times.',
  failed: 'The deadlines could not be loaded.',
  moved: (clock, from, to) =>
    `${clock.toLowerCase()}: ${to ? `due ${from && `${from} → `}${to}` : 'no time is promised any more'}`,
  passed: (clock, time) => `${clock.toLowerCase()}: ${time} was missed`,
  whys: {
    priority: 'priority changed',
    plan: 'plan changed',
    policy: 'rules of the plan changed',
    calendar: 'calendar changed',
    reviewed: '',
    missed: '',
  },
};
