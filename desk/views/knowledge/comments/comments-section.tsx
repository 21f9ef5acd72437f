import '../../../css/comments.css';
import { COMMENT_STATES, type CommentState } from '@beseda/shared/domain/words';
import type { DeskComment, VoteNote } from '@beseda/shared/protocol/comments';
import { useState } from 'preact/hooks';
import { PagedList } from '../../settings/paged-list';
import { usePages } from '../../settings/use-pages';
import { useKbWords } from '../use-kb-words';
import { CommentRow } from './comment-row';
import { NoteRow } from './note-row';
import { useCommentWords } from './use-comment-words';

const CHOICES = [...COMMENT_STATES, 'notes'] as const;
type Choice = (typeof CHOICES)[number];

/** What readers say of articles: comments to be read, shown or answered, and why an article did not help. */
export function CommentsSection() {
  const { sections } = useKbWords();
  const words = useCommentWords();
  const [choice, setChoice] = useState<Choice>('waiting');
  return (
    <section aria-labelledby="settings-title">
      <h3 id="settings-title">{sections.comments}</h3>
      <label class="field settings-filter">
        <span>{words.choice}</span>
        <select
          class="input"
          value={choice}
          onChange={(event) => setChoice(event.currentTarget.value as Choice)}
        >
          {CHOICES.map((one) => (
            <option key={one} value={one}>
              {one === 'notes' ? words.notes : words.states[one]}
            </option>
          ))}
        </select>
      </label>
      {choice === 'notes' ? <Notes /> : <Comments key={choice} state={choice} />}
    </section>
  );
}

function Comments({ state }: { state: CommentState }) {
  const words = useCommentWords();
  const pages = usePages<DeskComment>('/kb/comments', { state });
  return (
    <PagedList label={words.states[state]} pages={pages} empty={words.none[state]}>
      {(row) => (
        <CommentRow
          key={row.id}
          comment={row}
          onChange={(changed) => pages.replace(changed, (other) => other.id === changed.id)}
        />
      )}
    </PagedList>
  );
}

function Notes() {
  const words = useCommentWords();
  const pages = usePages<VoteNote>('/kb/vote-notes', {});
  return (
    <PagedList label={words.notes} pages={pages} empty={words.noNotes}>
      {(row) => <NoteRow key={row.id} note={row} />}
    </PagedList>
  );
}
