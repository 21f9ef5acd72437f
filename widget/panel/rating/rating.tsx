import type { Rating as Given, RequesterConversation } from '@beseda/shared/domain/event';
import { LIMITS } from '@beseda/shared/domain/limits';
import { RATING_SCORES, type RatingScore } from '@beseda/shared/domain/words';
import { Component, createRef } from 'preact';
import type { Panel } from '../model/panel';
import { EMPTY_DRAFT } from '../model/state';
import { grow } from '../views/composer';
import { adopt } from '../views/lazy-view';
import css from './rating.css?inline';
import { type RatingTexts, ratingTexts } from './texts';

adopt(css);

interface RatingProps {
  panel: Panel;
  conversation: RequesterConversation;
}
interface RatingState {
  /** What was answered; the same comes over the line, perhaps later. */
  given?: Given;
  isEditing: boolean;
  saving: 'idle' | 'busy' | 'failed';
}

/** Whether this person is the one to say how they were helped; who would not say is left alone. */
export function mayRate({ panel, conversation }: RatingProps): boolean {
  const { status, requester, rating, links } = conversation;
  const isMerged = links.some(({ kind, way }) => kind === 'merged' && way === 'on');
  const isAsker = panel.session?.get()?.person.id === requester.id;
  return status === 'solved' && isAsker && !isMerged && (!rating || rating.score !== null);
}

/** How they were helped: two buttons, then a word about why for who wants to. A comment is a draft until it is saved. */
export class Rating extends Component<RatingProps, RatingState> {
  override state: RatingState = { isEditing: false, saving: 'idle' };
  readonly #change = createRef<HTMLButtonElement>();
  #wanted: Pick<Given, 'score' | 'comment'> | null = null;

  get #draftKey(): string {
    return `rating ${this.props.conversation.id}`;
  }

  get #given(): Given | null {
    const { rating } = this.props.conversation;
    const { given } = this.state;
    return given && (!rating || given.at > rating.at) ? given : rating;
  }

  get #comment(): string {
    return this.props.panel.state.drafts[this.#draftKey]?.text ?? this.#given?.comment ?? '';
  }

  readonly #save = async (score: RatingScore | null, comment: string): Promise<boolean> => {
    const { panel, conversation } = this.props;
    this.#wanted = { score, comment };
    this.setState({ saving: 'busy' });
    const ack = await panel.http<{ rating: Given }>('PUT', `/tickets/${conversation.number}/rating`, {
      score,
      comment,
    });
    if (!ack.ok) {
      this.setState({ saving: 'failed' });
      return false;
    }
    this.#wanted = null;
    this.setState({ saving: 'idle', given: ack.data.rating });
    if (score) panel.set({ announcement: ratingTexts(panel.state.locale).thanks });
    return true;
  };

  /** The score is kept at once: whoever leaves now has answered. */
  readonly #score = (score: RatingScore): void => {
    this.setState({ isEditing: true });
    void this.#save(score, this.#given?.comment ?? '');
  };

  readonly #finish = async (comment: string): Promise<void> => {
    const score = this.#wanted?.score ?? this.#given?.score;
    if (!score || !(await this.#save(score, comment.trim()))) return;
    this.props.panel.write(this.#draftKey, EMPTY_DRAFT);
    this.setState({ isEditing: false }, () => this.#change.current?.focus());
  };

  readonly #decline = async (): Promise<void> => {
    if (await this.#save(null, '')) document.querySelector<HTMLElement>('[role=log]')?.focus();
  };

  render({ panel }: RatingProps, { isEditing, saving }: RatingState) {
    const texts = ratingTexts(panel.state.locale);
    const given = this.#given;
    const score = this.#wanted?.score ?? given?.score;
    if (given && given.score === null && !isEditing) return null;
    const isAsking = isEditing || !given;
    return (
      <div class="rating">
        {isAsking ? this.#scores(texts, score) : this.#told(texts, given)}
        {isEditing && score && this.#form(texts, score)}
        {saving === 'failed' && (
          <p role="alert">
            {texts.failed}{' '}
            <button type="button" class="link" onClick={this.#again}>
              {texts.again}
            </button>
          </p>
        )}
      </div>
    );
  }

  readonly #again = (): void => {
    if (this.#wanted) void this.#save(this.#wanted.score, this.#wanted.comment);
  };

  #scores(texts: RatingTexts, pressed: RatingScore | null | undefined) {
    return (
      <div class="rating-row">
        <span id="rating-ask">{texts.ask}</span>
        <div class="types" role="group" aria-labelledby="rating-ask">
          {RATING_SCORES.map((score) => (
            <button
              key={score}
              type="button"
              aria-pressed={pressed === score}
              onClick={() => this.#score(score)}
            >
              {texts[score]}
            </button>
          ))}
        </div>
        {!pressed && (
          <button type="button" class="link" onClick={() => void this.#decline()}>
            {texts.later}
          </button>
        )}
      </div>
    );
  }

  #told(texts: RatingTexts, { score, comment }: Given) {
    return (
      <div class="rating-row">
        <span>
          {texts.yours}: {score && texts[score].toLowerCase()}
        </span>
        <button
          type="button"
          class="link"
          ref={this.#change}
          onClick={() => this.setState({ isEditing: true })}
        >
          {texts.change}
        </button>
        {comment && <p>{comment}</p>}
      </div>
    );
  }

  #form(texts: RatingTexts, score: RatingScore) {
    const why = score === 'good' ? texts.whyGood : texts.whyBad;
    const submit = (event: Event) => {
      event.preventDefault();
      void this.#finish(this.#comment);
    };
    return (
      <form onSubmit={submit}>
        <textarea
          ref={(field) => grow(field)}
          rows={2}
          aria-label={why}
          placeholder={why}
          maxLength={LIMITS.ratingLength}
          value={this.#comment}
          onInput={({ currentTarget }) =>
            this.props.panel.write(this.#draftKey, { text: currentTarget.value })
          }
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit(event);
          }}
        />
        <button class="primary" disabled={this.state.saving === 'busy'}>
          {texts.save}
        </button>
        <button type="button" class="link" onClick={() => void this.#finish('')}>
          {texts.skip}
        </button>
      </form>
    );
  }
}
