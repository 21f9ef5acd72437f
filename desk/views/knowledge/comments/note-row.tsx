import type { DeskComment, VoteNote } from '@beseda/shared/protocol/comments';
import { Time } from '@beseda/shared/ui/time';
import { useNow } from '../../../hooks/use-now';
import { useTexts } from '../../contexts';
import { useCommentWords } from './use-comment-words';

export function NoteRow({ note }: { note: VoteNote }) {
  const words = useCommentWords();
  return (
    <li class="settings-change">
      <About about={note} />
      <p>{note.reason ? words.reasons[note.reason] : words.noReason}</p>
      {note.comment && <blockquote class="said">{note.comment}</blockquote>}
    </li>
  );
}

/** Of which article, by whom and when. */
export function About({ about }: { about: Pick<DeskComment, 'article' | 'author' | 'at'> }) {
  const { locale } = useTexts();
  const now = useNow();
  const words = useCommentWords();
  const { article, author, at } = about;
  return (
    <>
      <p>
        {article.url ? (
          <a href={article.url} target="_blank" rel="noopener" lang={article.locale}>
            {article.title}
          </a>
        ) : (
          article.title
        )}
      </p>
      <p class="soft">
        {author ? [author.name, author.company].filter(Boolean).join(' · ') : words.visitor} ·{' '}
        <Time at={at} now={now} locale={locale} focusable />
      </p>
    </>
  );
}
