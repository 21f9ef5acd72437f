import { isIP } from 'node:net';
import { FILE_TYPES, FIRST_FILE_TYPES } from '@beseda/shared/domain/file-types';
import { TICKET_TYPES, type TicketType } from '@beseda/shared/domain/words';

/** Every setting an operator may change with `settings set`: its default, what it takes, and how a given text is read. */
export const SETTINGS = {
  'mail.unseen_delay_seconds': number(120, 'whole seconds from 0 to 86400', 0, 86_400),
  /** Until an agent is told by mail of what they have not looked at. */
  'mail.agent_delay_seconds': number(300, 'whole seconds from 0 to 86400', 0, 86_400),
  'mail.from_name': text('Служба поддержки', 'a name of 1 to 100 characters'),
  /** The same in English mails; empty: the same. */
  'mail.from_name_en': optional(text('', 'a name of up to 100 characters, or nothing for the other one')),
  /** Whether companies with a team of their own get mail in its name. */
  'mail.from_team': oneOf(['off', 'on']),
  /** Where reports of undelivered mail go: an address of each mail's own, the support address, nowhere. */
  'mail.return_path': oneOf(['token', 'support', 'none']),
  /** What tells whether a sender is who they say: what receivers that we trust have found, our own check, nothing. */
  'mail.authentication': oneOf(['headers', 'check', 'none']),
  /** Receivers whose word counts, by the name that they give themselves in it. */
  'mail.authserv_ids': list(
    'host names, `*.` for all below one; «-» for none',
    /^(?:\*\.)?[a-z0-9_-]+(?:\.[a-z0-9_-]+)*$/i,
  ),
  /** From where their mail comes by SMTP. */
  'mail.relays': list('addresses or networks, «-» for none', isNetwork),
  /** Whose mail opens a ticket. */
  'mail.accept': oneOf(['known', 'anyone']),
  /** Of one mail that comes in, as it comes over the wire. */
  'mail.max_megabytes': number(50, 'whole megabytes from 1 to 55', 1, 55),
  /** What is beyond waits for an agent. */
  'mail.hourly_per_address': number(100, 'whole mails from 1 to 100000', 1, 100_000),
  'mail.hourly_per_company': number(1_000, 'whole mails from 1 to 1000000', 1, 1_000_000),
  'alerts.escalate_minutes': number(30, 'whole minutes from 1 to 10080', 1, 10_080),
  /** Who is given tickets without asking: those of dedicated companies' own, all, nobody. */
  'routing.mode': oneOf(['dedicated', 'all', 'off']),
  /** Working hours; 0: never taken back. */
  'routing.absence_hours': number(8, 'whole hours, 0 for never', 0, 1_000),
  /** Working days of the company's calendar; 0: tasks are solved like everything else. */
  'tasks.acceptance_days': number(3, 'whole working days, 0 for never asking', 0, 365),
  /** What is written later on a solved ticket is a new one. */
  'tickets.reopen_days': number(14, 'whole days from 0 to 3650', 0, 3650),
  /** Whose open tickets on the same subject are offered to who asks: those of their company, or their own only. */
  'tickets.similar': oneOf(['company', 'own']),
  /** Who puts articles before readers; all agents write them. */
  'kb.publish': oneOf(['agents', 'admins']),
  /** Under articles: shown when an agent has read them, at once, or not taken. */
  'kb.comments': oneOf(['moderated', 'open', 'off']),
  /** Articles that nobody has changed for so long, and that have no date to be checked by. */
  'kb.stale_days': number(365, 'whole days, 0 for never', 0, 36_500),
  /** Whether other sites are asked if what articles link to is still there. */
  'kb.outside_links': oneOf(['off', 'on']),
  'vendor.name': text('MLM Soft', 'a name of 1 to 100 characters'),
  /** Of one file. */
  'files.max_megabytes': number(20, 'whole megabytes from 1 to 500', 1, 500),
  'files.max_per_message': number(10, 'a whole number from 1 to 50', 1, 50),
  /** Of all files of one company together. */
  'files.company_megabytes': number(10_240, 'whole megabytes, 0 for no limit', 0, 1_000_000_000),
  'files.types': fileTypes(),
  /** What requesters choose from; agents may give a ticket any type. */
  'types.offered': ticketTypes(),
  /** The type of what a requester leaves to the agent. */
  'types.default': oneOf(['none', ...TICKET_TYPES]),
  'types.distributor': oneOf(['on', 'off']),
  'types.question_ru': typeName(),
  'types.question_en': typeName(),
  'types.problem_ru': typeName(),
  'types.problem_en': typeName(),
  'types.task_ru': typeName(),
  'types.task_en': typeName(),
  /** After so many days in which nothing happened to a solved or closed ticket, it goes with its files. */
  'retention.solved_days': days(0, 30),
  /** The same for what stands beside it: page, browser, errors, failed requests, articles that were shown. */
  'retention.context_days': days(0, 7),
  'retention.calls_days': days(0, 7),
  'retention.suggestions_days': days(0, 30),
  /** What was searched and drafted; numbers without texts stay. */
  'retention.searches_days': days(180, 7),
  'retention.alerts_days': days(90, 7),
  /** Mail that belongs to no ticket: links to sign in. */
  'retention.mail_days': days(30, 7),
  /** Mail as it came in, with its raw bytes; what it became on tickets stays. */
  'retention.inbound_days': days(365, 30),
  /** What is younger, the database itself refuses to delete. */
  'retention.audit_days': days(0, 365),
} as const;

export type SettingKey = keyof typeof SETTINGS;
export type SettingValues = { [K in SettingKey]: (typeof SETTINGS)[K]['fallback'] };

interface Setting<T> {
  fallback: T;
  takes: string;
  /** Undefined: not a value of this setting. */
  parse(given: string): T | undefined;
}

function number(fallback: number, takes: string, min: number, max: number): Setting<number> {
  return {
    fallback,
    takes,
    parse: (given) => {
      const value = Number(given);
      return given.trim() !== '' && Number.isInteger(value) && value >= min && value <= max
        ? value
        : undefined;
    },
  };
}

/** 0: kept for ever. */
function days(fallback: number, least: number): Setting<number> & { least: number } {
  const takes = `0 for ever, or whole days from ${least} to 36500`;
  const whole = number(fallback, takes, 0, 36_500);
  const parse = (given: string) => {
    const value = whole.parse(given);
    return value === undefined || value === 0 || value >= least ? value : undefined;
  };
  return { ...whole, parse, least };
}

function ticketTypes(): Setting<readonly TicketType[]> {
  return {
    fallback: TICKET_TYPES,
    takes: `a list of ${TICKET_TYPES.join(', ')}, at least one`,
    parse: (given) => {
      const words = given.split(/[\s,;]+/).filter((word) => word !== '');
      const types = TICKET_TYPES.filter((type) => words.includes(type));
      return types.length > 0 && types.length === new Set(words).size ? types : undefined;
    },
  };
}

/** May be left empty, too. */
function optional(setting: Setting<string>): Setting<string> {
  return { ...setting, parse: (given) => (given.trim() === '' ? '' : setting.parse(given)) };
}

/** Empty: the product's own word. */
function typeName(): Setting<string> {
  const name = text('', 'a name of up to 30 characters, or nothing for the usual one');
  const parse = (given: string) => {
    const value = given.trim() === '' ? '' : name.parse(given);
    return value !== undefined && value.length <= 30 ? value : undefined;
  };
  return { ...name, parse };
}

function text(fallback: string, takes: string): Setting<string> {
  return {
    fallback,
    takes,
    parse: (given) => {
      const value = given.replace(/\p{Cc}+/gu, ' ').trim();
      return value.length >= 1 && value.length <= 100 ? value : undefined;
    },
  };
}

function oneOf<const T extends string>(words: readonly [T, ...T[]]): Setting<T> {
  return {
    fallback: words[0],
    takes: words.join(', '),
    parse: (given) => words.find((word) => word === given.trim()),
  };
}

/** Words apart by spaces or commas, none at first. */
function list(takes: string, isGood: RegExp | ((word: string) => boolean)): Setting<readonly string[]> {
  const fits = (word: string) => (isGood instanceof RegExp ? isGood.test(word) : isGood(word));
  return {
    fallback: [],
    takes: `a list of ${takes}`,
    parse: (given) => {
      const words = given.split(/[\s,;]+/).filter((word) => word !== '');
      if (words.length === 0 || given.trim() === '-') return [];
      return words.length <= 100 && words.every(fits) ? [...new Set(words)] : undefined;
    },
  };
}

function isNetwork(word: string): boolean {
  const [address = '', bits, more] = word.split('/');
  const longest = { 4: 32, 6: 128 }[isIP(address)];
  if (longest === undefined || more !== undefined) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= longest);
}

/** Stored as media types. */
function fileTypes(): Setting<readonly string[]> {
  return {
    fallback: FIRST_FILE_TYPES,
    takes: `a list of ${[...new Set(Object.values(FILE_TYPES))].join(', ')}`,
    parse: (given) => {
      const words = given.split(/[\s,;]+/).filter((word) => word !== '');
      const types = words.map((word) => findFileType(word.toLowerCase()));
      return types.length > 0 && !types.includes(undefined) ? [...new Set(types as string[])] : undefined;
    },
  };
}

function findFileType(word: string): string | undefined {
  const known = Object.entries(FILE_TYPES);
  return known.find(([type, label]) => type === word || label.toLowerCase() === word)?.[0];
}

export function isSettingKey(key: string): key is SettingKey {
  return Object.hasOwn(SETTINGS, key);
}
