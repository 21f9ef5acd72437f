import type { Locale } from '@beseda/shared/domain/words';
import { laterEn } from './later-en';
import { laterRu } from './later-ru';

/** Texts of what is loaded later, in both locales: a change of the locale at run time then needs no request. */
export type LaterTexts = typeof laterRu;

export const laterTexts = (locale: Locale): LaterTexts => (locale === 'ru' ? laterRu : laterEn);
