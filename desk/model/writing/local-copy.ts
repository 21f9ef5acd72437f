import type { ArticleText } from '@beseda/shared/protocol/kb';
import type { KeyValue } from '../preferences';

/** What is written of an article in one locale. */
export type Fields = Omit<ArticleText, 'translatedFrom' | 'translatedVersion'>;

/** What was typed and not confirmed by the server yet. `revision`: the one that it was typed upon; `at`: ISO 8601. */
export interface LocalCopy {
  revision: number;
  fields: Fields;
  at: string;
}

export interface LocalCopies {
  read(): LocalCopy | null;
  /** Answers whether it is kept: a browser may refuse. */
  write(copy: LocalCopy): boolean;
  clear(): void;
}

/** The copy of one article in one locale that this agent's browser keeps. */
export function openLocalCopy(
  storage: KeyValue,
  { agentId, number, locale }: { agentId: string; number: number; locale: string },
): LocalCopies {
  const key = `beseda.desk.article.${agentId}.${number}.${locale}`;
  return {
    read() {
      try {
        return JSON.parse(storage.getItem(key) ?? 'null') as LocalCopy | null;
      } catch {
        return null;
      }
    },
    write(copy) {
      try {
        storage.setItem(key, JSON.stringify(copy));
        return true;
      } catch {
        return false;
      }
    },
    clear() {
      try {
        storage.removeItem?.(key);
      } catch {
        // What cannot be written cannot have been kept.
      }
    },
  };
}
