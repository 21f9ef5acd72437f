import { COMMENT_LENGTH } from '@beseda/shared/domain/limits';
import type { DeskComment } from '@beseda/shared/protocol/comments';
import type { ErrorCode } from '@beseda/shared/protocol/errors';
import { formatSize } from '@beseda/shared/ui/attachments';
import { useState } from 'preact/hooks';
import { useDesk, useTexts } from '../../contexts';
import { useKbWords } from '../use-kb-words';
import { About } from './note-row';
import { useCommentWords } from './use-comment-words';

interface Props {
  comment: DeskComment;
  onChange: (changed: DeskComment) => void;
}

/** A comment with what can be done about it; what was done can be done otherwise in the same place. */
export function CommentRow({ comment, onChange }: Props) {
  const { locale } = useTexts();
  const { http } = useDesk();
  const { why } = useKbWords();
  const words = useCommentWords();
  const [answering, setAnswering] = useState(false);
  const [failed, setFailed] = useState<ErrorCode | null>(null);
  const [done, setDone] = useState('');

  async function decide(state: 'shown' | 'hidden'): Promise<void> {
    const ack = await http<DeskComment>('PATCH', `/kb/comments/${comment.id}`, { state });
    setFailed(ack.ok ? null : ack.code);
    if (!ack.ok) return;
    setDone(words.moved[state]);
    onChange(ack.data);
  }

  const { state, decidedBy, files, answers } = comment;
  return (
    <li class="settings-change">
      <About about={comment} />
      <blockquote class="said" lang={comment.article.locale}>
        {comment.text}
      </blockquote>
      {files.length > 0 && (
        <ul class="said-files" aria-label={words.files}>
          {files.map((file) => (
            <li key={file.id}>
              {file.url ? <a href={file.url}>{file.name}</a> : file.name}{' '}
              <span class="soft">{formatSize(file.size, locale)}</span>
            </li>
          ))}
        </ul>
      )}
      {answers.map((answer) => (
        <p key={answer.id} class="said-answer">
          <strong>{answer.author}</strong> {answer.text}
        </p>
      ))}
      {decidedBy && <p class="soft">{words.decidedBy(decidedBy)}</p>}
      <p class="row-actions">
        {state !== 'shown' && (
          <button type="button" class="button" onClick={() => void decide('shown')}>
            {words.show}
          </button>
        )}
        {state !== 'hidden' && (
          <button type="button" class="button" onClick={() => void decide('hidden')}>
            {words.hide}
          </button>
        )}
        {!answering && (
          <button type="button" class="button" onClick={() => setAnswering(true)}>
            {words.answer}
          </button>
        )}
      </p>
      <p role="status" class="soft">
        {done}
      </p>
      {failed && (
        <p class="refused" role="alert">
          {why(failed)}
        </p>
      )}
      {answering && (
        <AnswerForm
          comment={comment}
          onDone={(changed) => {
            setAnswering(false);
            if (changed) onChange(changed);
          }}
        />
      )}
    </li>
  );
}

function AnswerForm(props: { comment: DeskComment; onDone: (changed: DeskComment | null) => void }) {
  const { http } = useDesk();
  const { why } = useKbWords();
  const words = useCommentWords();
  const [failed, setFailed] = useState<ErrorCode | null>(null);

  async function send(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const text = new FormData(event.target as HTMLFormElement).get('text');
    const ack = await http<DeskComment>('POST', `/kb/comments/${props.comment.id}/answers`, { text });
    setFailed(ack.ok ? null : ack.code);
    if (ack.ok) props.onDone(ack.data);
  }

  return (
    <form class="said-form" onSubmit={(event) => void send(event)}>
      <label class="field">
        <span>{words.answerText}</span>
        <textarea class="input" name="text" rows={3} maxLength={COMMENT_LENGTH} required autofocus />
      </label>
      {props.comment.state !== 'shown' && <p class="soft">{words.publishes}</p>}
      {failed && (
        <p class="refused" role="alert">
          {why(failed)}
        </p>
      )}
      <p class="row-actions">
        <button type="submit" class="button primary">
          {words.send}
        </button>
        <button type="button" class="button" onClick={() => props.onDone(null)}>
          {words.cancel}
        </button>
      </p>
    </form>
  );
}
