import { hasSnippets } from '@beseda/shared/domain/expand-snippets';
import { uuidv7 } from '@beseda/shared/domain/uuid';
import { LOCALES } from '@beseda/shared/domain/words';
import { type Static, Type } from 'typebox';
import { Compile } from 'typebox/compile';
import { parse, stringify } from 'yaml';
import type { Transaction } from '../db/connect';
import type { FileProblem } from './article-file';
import type { Publication } from './write-published';

/** Beside the articles of an export: the snippets that they refer to. */
export const SNIPPETS_FILE = 'snippets.yaml';

const SnippetEntry = Type.Object(
  {
    key: Type.String({ pattern: '^[a-z0-9]+(?:-[a-z0-9]+)*$', maxLength: 100 }),
    locale: Type.Enum([...LOCALES]),
    title: Type.String({ minLength: 1, maxLength: 200 }),
    body: Type.String({ minLength: 1, maxLength: 20_000 }),
  },
  { additionalProperties: false },
);
const checked = Compile(Type.Array(SnippetEntry));
export type SnippetText = Static<typeof SnippetEntry>;

export function parseSnippets(text: string): { snippets: SnippetText[] } | { problem: FileProblem } {
  const problem = (reason: string) => ({ problem: { file: SNIPPETS_FILE, line: 1, reason } });
  try {
    const given: unknown = parse(text);
    if (!checked.Check(given)) {
      const [error] = checked.Errors(given);
      return problem(`${error?.instancePath || 'the file'} ${error?.message ?? 'is not understood'}`);
    }
    const nested = given.find(({ body }) => hasSnippets(body));
    return nested ? problem(`${nested.key} holds another snippet`) : { snippets: given };
  } catch (error) {
    return problem(`bad YAML: ${error instanceof Error ? (error.message.split('\n')[0] ?? '') : ''}`);
  }
}

export function formatSnippets(snippets: readonly SnippetText[]): string {
  return stringify(snippets, { lineWidth: 0 });
}

export async function loadSnippets({ sql }: Transaction): Promise<SnippetText[]> {
  const rows = await sql<SnippetText[]>`
    select key, locale, title, body from article_snippets order by key, locale desc`;
  return [...rows];
}

/** Makes and changes them by key and locale. Gives how many were not so before. */
export async function writeSnippets(
  { sql }: Transaction,
  snippets: readonly SnippetText[],
  { by, at }: Publication,
): Promise<number> {
  let written = 0;
  for (const { key, locale, title, body } of snippets) {
    const row = { id: uuidv7(Date.parse(at)), key, locale, title, body, updated_by: by, updated_at: at };
    const { count } = await sql`
      insert into article_snippets ${sql(row)}
      on conflict (locale, key) do update set title = excluded.title, body = excluded.body,
        updated_by = excluded.updated_by, updated_at = excluded.updated_at
      where (article_snippets.title, article_snippets.body) is distinct from (excluded.title, excluded.body)`;
    written += count;
  }
  return written;
}
