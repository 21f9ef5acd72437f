import type { ErrorCode } from '@beseda/shared/protocol/errors';
import type { SlaTexts } from './sla-ru';

const count = (number: number, one: string, many: string) => `${number} ${number === 1 ? one : many}`;

const reasons: Partial<Record<ErrorCode, string>> = {
  unavailable: 'The server does not answer',
  not_found: 'This is not there any more',
  forbidden: 'The settings are for admins',
  already_exists: 'This name is taken',
  invalid_input: 'Check what you entered',
  invalid_calendar: 'There is a mistake in the calendar',
  body_too_large: 'The file is too large',
  too_many_requests: 'Too many changes. Wait a minute',
};
const faults: [RegExp, string][] = [
  [/^calendar\.tz/, 'There is no such time zone. Choose one of the list, such as Europe/London'],
  [
    /^calendar\.(hours|exceptions)/,
    'Hours do not overlap, and end after they begin; the end of the day is 24:00',
  ],
  [/^calendar\.holidays/, 'There is no such date'],
  [/^daySetKey/, 'This day set is not there any more'],
  [/^key/, 'A key has Latin letters, digits, dots and hyphens'],
  [/^(name|nameRu|nameEn)$/, 'A name has 1 to 100 characters'],
  [/^(targets|byPriority)/, 'A time is at least a minute, such as 4 h or 1 h 30 min'],
  [/^position/, 'The place is a whole number from 0'],
];
const uses: Record<string, string> = {
  policies: 'policies',
  plans: 'plans',
  companies: 'companies',
  calendars: 'calendars',
  phoneNumbers: 'phone numbers',
};

/** The server names the first 20. */
const list = (names: readonly string[]) => names.join(', ') + (names.length < 20 ? '' : ' and others');

export const slaEn: SlaTexts = {
  weekdays: {
    mon: 'Monday',
    tue: 'Tuesday',
    wed: 'Wednesday',
    thu: 'Thursday',
    fri: 'Friday',
    sat: 'Saturday',
    sun: 'Sunday',
  },
  short: { mon: 'Mon', tue: 'Tue', wed: 'Wed', thu: 'Thu', fri: 'Fri', sat: 'Sat', sun: 'Sun' },
  specialKinds: { off: 'Day off', worked: 'Worked', short: 'Its own hours' },
  dayKinds: { off: 'day off', work: 'worked', short: 'an hour shorter' },
  targets: { firstReaction: 'First reaction', nextReaction: 'Next reaction', resolution: 'Solution' },
  clocks: { first_reaction: 'first reaction', next_reaction: 'reaction', resolution: 'solution' },
  priorities: { urgent: 'Urgent', high: 'High', normal: 'Normal', low: 'Low' },
  effects: {
    breached: 'will be missed',
    earlier: 'earlier',
    removed: 'no deadline',
    added: 'new deadline',
    later: 'later',
    eased: 'missed no more',
  },
  why: (code, field) =>
    (code === 'already_exists' ? undefined : faults.find(([begins]) => begins.test(field ?? ''))?.[1]) ??
    reasons[code] ??
    'It did not work',
  inUse: (by) =>
    `It cannot be deleted, it is used by: ${Object.entries(by)
      .map(([kind, names]) => `${uses[kind] ?? kind} — ${list(names)}`)
      .join('; ')}.`,
  name: 'Name',
  undo: 'Put it back',
  undone: 'It is as it was.',
  remove: 'Delete…',
  removeTitle: (name) => `Delete ${name}?`,
  removeWhat: 'What is deleted cannot be brought back. What is in use is not deleted.',
  removeNow: 'Delete',
  history: 'History of changes',
  used: (names) => `Used by ${list(names)}`,
  unused: 'used by nothing',
  preview: {
    title: 'What will change',
    hint: 'Change something to see here how the deadlines of open tickets move. Nothing changes until it is saved.',
    unread: 'First correct what was entered.',
    counting: 'Counting…',
    summary({ open, moved, breached, eased, paused }) {
      const parts = [
        moved > 0 ? count(moved, 'moves', 'move') : 'no deadline changes',
        breached > 0 ? count(breached, 'will be missed', 'will be missed') : '',
        eased > 0 ? count(eased, 'is missed no more', 'are missed no more') : '',
        paused > 0 ? count(paused, 'stands still', 'stand still') : '',
      ];
      return `${count(open, 'open ticket', 'open tickets')}: ${parts.filter(Boolean).join(', ')}`;
    },
    partly: (reckoned) => `The newest ${reckoned} tickets were reckoned.`,
    shown: (shown) => `${shown} deadlines are shown, the worst first.`,
    ticket: 'Ticket',
    now: 'Now',
    after: 'Then',
    none: 'none',
  },
  calendars: {
    create: 'New calendar',
    created: 'Create the calendar',
    toList: 'To all calendars',
    nothing: 'There are no calendars',
    always: 'round the clock',
    never: 'no working hours',
    neverHint: 'This calendar has no working hour at all: nothing will ever be due.',
    zone: 'Time zone',
    zoneHint: 'Begin to type a city or the name of the zone',
    zoneNow: (time) => `It is ${time} there`,
    week: 'Hours by weekday',
    weekHint: 'Times can be typed briefly: 9, 930, 24. The arrow keys move by half an hour.',
    closed: 'day off',
    add: 'Add hours',
    addMore: 'More hours',
    from: 'from',
    to: 'to',
    removeHours: 'Remove',
    copy: 'Weekdays like Monday',
    openAlways: 'Make it round the clock',
    days: 'Exceptional days',
    daysHint: 'They win over the production calendar and the weekdays.',
    noDays: 'There are no exceptional days.',
    addDay: 'Add a day',
    day: 'Date',
    kind: 'What day it is',
    dayOf: (date) => (date === '' ? 'new day' : date),
    removeDay: 'Remove the day',
    tryTitle: 'Try it',
    tryAsked: 'Asked at (your time)',
    tryLength: 'Working time to answer',
    tryDue: (moment, zone) => `Answered by ${moment} (${zone})`,
    tryNever: 'No working time comes: nothing is due.',
    daySet: 'Production calendar',
    noDaySet: 'Without a production calendar',
    daySetHint:
      'Days off, transferred and shortened days of a country. Shared by all calendars that choose it.',
    year: (year, days) => `${year}: ${count(days, 'special day', 'special days')}`,
    sets: 'Production calendars',
    setsHint:
      'Days ready for calendars. The next year comes from a file: JSON or CSV of xmlcalendar.ru and data.gov.ru, iCalendar.',
    noSets: 'No years are there',
    importTitle: 'Take a year from a file',
    importKey: 'Country code',
    importKeyHint: 'Such as ru. A year in the file replaces that year as a whole.',
    importFile: 'File',
    importNow: 'Take it',
    imported: { created: 'was added', changed: 'was changed', unchanged: 'is as it was' },
    importedYear: (year, days, outcome) =>
      `${year} ${outcome}, ${count(days, 'special day', 'special days')}.`,
    badLine: (line) => `The file cannot be read: there is a mistake in line ${line}.`,
    removeYear: (year) => `Delete ${year}`,
  },
  policies: {
    create: 'New policy',
    created: 'Create the policy',
    toList: 'To all policies',
    nothing: 'There are no policies',
    calendar: 'Calendar',
    targets: 'Targets in working time',
    targetsHint: 'Such as 4 h, 1 h 30 min, 45 min. Empty: nothing is promised.',
    byPriority: 'Other targets by priority',
    byPriorityHint: 'Empty: as for all. “none”: nothing is promised.',
    none: 'none',
    noPromise: 'not promised',
    promised: (first) => (first === null ? 'no reaction promised' : `reaction ${first}`),
  },
  plans: {
    create: 'New plan',
    created: 'Create the plan',
    toList: 'To all plans',
    nothing: 'There are no plans',
    key: 'Key',
    keyHint: 'What the plan is called in tokens and files. It cannot be changed later.',
    nameRu: 'Name in Russian',
    nameEn: 'Name in English',
    policy: 'Policy',
    dedicated: 'With a team or an agent of its own',
    isDefault: 'For companies whose plan is unknown',
    defaultMark: 'default',
    dedicatedMark: 'dedicated support',
    position: 'Place in the list',
  },
};
