import type { Locale, Visibility } from '@beseda/shared/domain/words';
import type { Transaction } from '../db/connect';
import type { Source } from './foreign-base';

export interface Imported {
  externalId: string;
  locale: Locale;
  number: number;
  given: string;
  made: string;
}

export interface KnownDraft {
  number: number;
  locale: Locale;
  title: string;
  body: string;
  keywords: string[];
  visibility: Visibility;
}

/** What earlier runs took in, and what is being written here. */
export interface Known {
  /** By `id locale`. */
  imported: ReadonlyMap<string, Imported>;
  /** By id. */
  numbers: ReadonlyMap<string, number>;
  /** By `locale number`. */
  drafts: ReadonlyMap<string, KnownDraft>;
}

export async function loadKnown({ sql }: Transaction, source: Source): Promise<Known> {
  const imported = await sql<Imported[]>`
    select external_id as "externalId", locale, number, given, made from article_imports where source = ${source}`;
  const drafts = await sql<KnownDraft[]>`
    select number, locale, title, body, keywords, visibility from article_drafts`;
  return {
    imported: new Map(imported.map((row) => [`${row.externalId} ${row.locale}`, row])),
    numbers: new Map(imported.map((row) => [row.externalId, row.number])),
    drafts: new Map(drafts.map((row) => [`${row.locale} ${row.number}`, row])),
  };
}
