import type { Locale } from '@beseda/shared/domain/words';
import type { threadRu } from './thread-ru';

/** Texts of conversations, in one locale: they come with the first conversation, or with a change of the locale. */
export type ThreadTexts = typeof threadRu;

const known: Partial<Record<Locale, ThreadTexts>> = {};

export function keepThreadTexts(locale: Locale, texts: ThreadTexts): void {
  known[locale] = texts;
}

/** Before anything of a conversation is drawn. */
export async function loadThreadTexts(locale: Locale): Promise<void> {
  known[locale] ??=
    locale === 'ru' ? (await import('./thread-ru')).threadRu : (await import('./thread-en')).threadEn;
}

export const threadTexts = (locale: Locale): ThreadTexts =>
  known[locale] ?? (Object.values(known)[0] as ThreadTexts);
