import type { Locale } from '@beseda/shared/domain/words';
import { threadEn } from './thread-en';
import { threadRu } from './thread-ru';

/** Texts of conversations, in both locales: they come with the first thread or list, and cost first use nothing. */
export type ThreadTexts = typeof threadRu;

export const threadTexts = (locale: Locale): ThreadTexts => (locale === 'ru' ? threadRu : threadEn);
