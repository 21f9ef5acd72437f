import { LOCALES, READER_ROLES, type ReaderRole, VISIBILITIES } from '@beseda/shared/domain/words';
import { PLAN_KEY } from '../plans/plan-fields';
import type { FileKey, FrontMatter } from './article-file';

/** What a key takes, in words, and how a given text or list is read; undefined: it is not such a value. */
export interface Field<T> {
  takes: string;
  parse(given: string | string[]): T | undefined;
}

const MAX_ITEMS = 100;

type Fields = { [K in FileKey]: Field<NonNullable<FrontMatter[K]>> };

export const FRONT_MATTER_FIELDS: Fields = {
  number: one('a whole number from 1 to 999999999', (given) =>
    /^[1-9]\d{0,8}$/.test(given) ? Number(given) : undefined,
  ),
  slug: one('letters and digits joined by hyphens, at most 100', (given) =>
    /^[\p{L}\p{N}]+(?:[-_][\p{L}\p{N}]+)*$/u.test(given) && given.length <= 100 ? given : undefined,
  ),
  locale: oneOf(LOCALES),
  title: line(200),
  category: line(100),
  section: line(100),
  keywords: list(100),
  routes: list(300),
  author: line(100),
  posted: one('a date like 2026-03-31', parseDate),
  updated: one('a date like 2026-03-31', parseDate),
  visibility: oneOf(VISIBILITIES),
  plans: plans(),
  roles: roles(),
  state: oneOf(['draft', 'review']),
};

function one<T>(takes: string, parse: (given: string) => T | undefined): Field<T> {
  return { takes, parse: (given) => (typeof given === 'string' ? parse(given) : undefined) };
}

function oneOf<T extends string>(words: readonly T[]): Field<T> {
  return one(words.join(', ').replace(/, (?=[^,]*$)/, ' or '), (given) =>
    words.find((word) => word === given),
  );
}

function line(max: number): Field<string> {
  return one(`one line of at most ${max} characters`, (given) => (isLine(given, max) ? given : undefined));
}

/** A list, or one text with commas. */
function list(max: number): Field<string[]> {
  return {
    takes: `a list of at most ${MAX_ITEMS} texts, each one line of at most ${max} characters`,
    parse(given) {
      const items = typeof given === 'string' ? given.split(',') : given;
      const texts = items.map((item) => item.trim()).filter((item) => item !== '');
      return texts.length <= MAX_ITEMS && texts.every((text) => isLine(text, max)) ? texts : undefined;
    },
  };
}

function plans(): Field<string[]> {
  const key = new RegExp(PLAN_KEY);
  const { parse } = list(40);
  return {
    takes: "a list of plans' keys",
    parse(given) {
      const keys = parse(given);
      return keys?.every((one) => key.test(one)) ? [...new Set(keys)] : undefined;
    },
  };
}

function roles(): Field<ReaderRole[]> {
  const { parse } = list(40);
  return {
    takes: `a list of ${READER_ROLES.join(' and ')}`,
    parse(given) {
      const words = parse(given);
      const known = READER_ROLES.filter((role) => words?.includes(role));
      return words?.every((word) => known.some((role) => role === word)) ? known : undefined;
    },
  };
}

function isLine(text: string, max: number): boolean {
  return text.length <= max && !/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u.test(text);
}

function parseDate(given: string): string | undefined {
  if (!/^[1-9]\d{3}-\d{2}-\d{2}$/.test(given)) return undefined;
  const date = new Date(`${given}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(given) ? given : undefined;
}
