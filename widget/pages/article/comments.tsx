import { COMMENT_LENGTH } from '@beseda/shared/domain/limits';
import type { ArticleComments } from '@beseda/shared/domain/page-data';
import type { ReaderComment } from '@beseda/shared/domain/reader-comment';
import type { Locale } from '@beseda/shared/domain/words';
import { formatDay } from '../parts/day';
import { SAID_TEXTS } from '../said-texts';

interface Props {
  locale: Locale;
  number: number;
  comments: ArticleComments;
}

/** What readers said under an article, what agents answered, and the form for those who may add to it. */
export function Comments({ locale, number, comments }: Props) {
  const { may, list, sent, refused } = comments;
  const texts = SAID_TEXTS[locale];
  if (may === 'off' || (may === 'sign-in' && list.length === 0 && !refused)) return null;
  return (
    <section class="comments" id="comments" aria-labelledby="comments-title">
      <h2 id="comments-title">{texts.comments}</h2>
      {sent && <p role="status">{texts.sent[sent]}</p>}
      {list.length === 0 ? (
        <p class="soft">{texts.none}</p>
      ) : (
        <ol>
          {list.map((comment) => (
            <Comment key={comment.id} locale={locale} comment={comment} />
          ))}
        </ol>
      )}
      {refused && (
        <p class="notice" role="alert">
          {texts.refused[refused.code] ?? texts.failed}
        </p>
      )}
      {may === 'write' || refused ? (
        <Form locale={locale} number={number} text={refused?.text ?? ''} />
      ) : (
        <p class="soft">
          <a href={`/help/${locale}/requests`}>{texts.signIn}</a>
        </p>
      )}
    </section>
  );
}

function Comment({ locale, comment }: { locale: Locale; comment: ReaderComment }) {
  const { author, at, text, files, waiting, answers } = comment;
  const texts = SAID_TEXTS[locale];
  return (
    <li id={`comment-${comment.id}`}>
      <Head author={author} at={at} locale={locale} />
      {waiting && <p class="soft">{texts.waits}</p>}
      <p class="said" lang={comment.locale}>
        {text}
      </p>
      {files.length > 0 && (
        <ul class="comment-files">
          {files.map((file) => (
            <li key={file.id}>{file.url ? <a href={file.url}>{file.name}</a> : file.name}</li>
          ))}
        </ul>
      )}
      {answers.length > 0 && (
        <ol>
          {answers.map((answer) => (
            <li key={answer.id}>
              <Head author={answer.author} at={answer.at} locale={locale} note={texts.support} />
              <p class="said" lang={comment.locale}>
                {answer.text}
              </p>
            </li>
          ))}
        </ol>
      )}
    </li>
  );
}

function Head(props: { author: string; at: string; locale: Locale; note?: string }) {
  const { author, at, locale, note } = props;
  return (
    <p class="about">
      <strong>{author}</strong>
      {note && <span class="tag">{note}</span>}
      <time dateTime={at}>{formatDay(locale, at.slice(0, 10))}</time>
    </p>
  );
}

function Form({ locale, number, text }: { locale: Locale; number: number; text: string }) {
  const texts = SAID_TEXTS[locale];
  const action = `/help/${locale}/article/${number}/comments#comments`;
  return (
    <form class="why" method="post" encType="multipart/form-data" action={action}>
      <label>
        {texts.comment}
        <textarea name="text" rows={3} maxLength={COMMENT_LENGTH} required>
          {text}
        </textarea>
      </label>
      <label>
        {texts.files}
        <input type="file" name="files" multiple />
      </label>
      <button type="submit">{texts.send}</button>
    </form>
  );
}
