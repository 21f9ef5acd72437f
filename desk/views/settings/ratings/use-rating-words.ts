import { ratingsEn } from '../../../locales/ratings-en';
import { type RatingsTexts, ratingsRu } from '../../../locales/ratings-ru';
import { useTexts } from '../../contexts';

/** The texts of this page, which are fetched with it. */
export function useRatingWords(): RatingsTexts {
  return useTexts().locale === 'ru' ? ratingsRu : ratingsEn;
}
