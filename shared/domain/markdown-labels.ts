import type { Callout } from './extend-markdown';
import type { Locale } from './words';

/** What is said in an article beside its author's words: a callout's heading, a screen reader's name of a table. */
export type MarkdownLabels = Readonly<Record<Callout | 'table', string>>;

export const MARKDOWN_LABELS: Readonly<Record<Locale, MarkdownLabels>> = {
  ru: { note: 'Примечание', tip: 'Совет', warning: 'Внимание', table: 'Таблица' },
  en: { note: 'Note', tip: 'Tip', warning: 'Warning', table: 'Table' },
};
