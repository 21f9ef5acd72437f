import { commentsEn } from '../../../locales/comments-en';
import { type CommentsTexts, commentsRu } from '../../../locales/comments-ru';
import { useTexts } from '../../contexts';

/** The texts of this page, which are fetched with it. */
export function useCommentWords(): CommentsTexts {
  return useTexts().locale === 'ru' ? commentsRu : commentsEn;
}
