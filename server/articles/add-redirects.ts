import type { Locale } from '@beseda/shared/domain/words';
import type { Transaction } from '../db/connect';

/** Where an address leads that nothing stands at any more. `locale` null: the reader's own. */
export interface Redirect {
  /** Decoded, without a slash at its end. */
  path: string;
  kind: 'article' | 'section' | 'category';
  number: number;
  locale: Locale | null;
}

/** By number or slug alone: whatever follows a number is not looked at. */
export function articlePath(locale: Locale, name: string | number): string {
  return `/help/${locale}/article/${name}`;
}

/** Keeps redirects; the latest of an address holds. */
export async function addRedirects({ sql }: Transaction, redirects: readonly Redirect[]): Promise<void> {
  const rows = [...new Map(redirects.map((redirect) => [redirect.path, redirect])).values()];
  if (rows.length === 0) return;
  await sql`
    insert into redirects ${sql(rows, 'path', 'kind', 'number', 'locale')}
    on conflict (path) do update set kind = excluded.kind, number = excluded.number, locale = excluded.locale`;
}
