import type { SimilarTicket } from '@beseda/shared/protocol/http';
import { formatTime } from '@beseda/shared/ui/time';
import { Component, createRef } from 'preact';
import { fill } from '../model/fill';
import { adopt, type ViewProps } from '../views/lazy-view';
import { joinTicket } from './join-ticket';
import css from './similar.css?inline';
import { similarTexts } from './texts';
import { type SimilarWatch, watchSimilar } from './watch-similar';

adopt(css);

interface SimilarState {
  found: readonly SimilarTicket[];
  /** Sending waits for what the person says to this one. */
  held: SimilarTicket | null;
  failed: boolean;
}

/** Open tickets of the company about the same, under the articles; one that says the same is asked about before sending. */
export class View extends Component<ViewProps, SimilarState> {
  override state: SimilarState = { found: [], held: null, failed: false };
  readonly #question = createRef<HTMLDivElement>();
  /** Those that they would not join. */
  readonly #refused = new Set<number>();
  #watch!: SimilarWatch;
  #heldText = '';

  override componentDidMount(): void {
    const { panel } = this.props;
    this.#watch = watchSimilar(panel.http, (found) => this.setState({ found, failed: false }));
    panel.holdSend = this.#hold;
    this.#ask();
  }

  override componentDidUpdate(_: ViewProps, before: SimilarState): void {
    this.#ask();
    if (this.state.held && !before.held) this.#question.current?.querySelector('button')?.focus();
  }

  override componentWillUnmount(): void {
    this.#watch.stop();
    this.props.panel.holdSend = undefined;
  }

  get #text(): string {
    const { text, report } = this.props.panel.draft();
    return [text, ...Object.values(report?.fields ?? {})].join('\n');
  }

  #ask(): void {
    const { panel } = this.props;
    const isKept = panel.draft().report?.without?.includes('page');
    const { url = '' } = panel.host?.page ?? {};
    const place = panel.route ?? (URL.canParse(url) ? new URL(url).pathname : '');
    this.#watch.ask(this.#text, isKept ? '' : place);
    if (this.state.held && this.#heldText !== this.#text) this.setState({ held: null });
  }

  /** Only by what is known already: nothing that is sent waits for an answer. */
  readonly #hold = (): boolean => {
    const held = this.#watch
      .found(this.#text)
      .find(({ by, number }) => by === 'subject' && !this.#refused.has(number));
    this.#heldText = this.#text;
    if (held) this.setState({ held });
    return Boolean(held);
  };

  readonly #join = async (ticket: SimilarTicket): Promise<void> => {
    if (await joinTicket(this.props.panel, ticket)) return;
    const found = this.state.found.filter((one) => one !== ticket);
    this.#refused.add(ticket.number);
    this.setState({ found, held: null, failed: true });
  };

  readonly #sendAnyway = (): void => {
    for (const { number } of this.state.found) this.#refused.add(number);
    this.setState({ held: null });
    void this.props.panel.send('new');
  };

  render() {
    const { panel } = this.props;
    const { found, held, failed } = this.state;
    const texts = similarTexts(panel.state.locale);
    if (held) return this.#renderQuestion(held);
    return (
      <>
        {failed && (
          <p class="notice" role="alert">
            {texts.failed}
          </p>
        )}
        {found[0] && (
          <section class="hits">
            <h2>{texts.title}</h2>
            {found.map((ticket) => this.#renderTicket(ticket))}
          </section>
        )}
      </>
    );
  }

  #renderTicket(ticket: SimilarTicket) {
    const { locale } = this.props.panel.state;
    const texts = similarTexts(locale);
    const { number, subject, createdAt, by, offer } = ticket;
    const when = formatTime(createdAt, Date.now(), locale);
    const text = offer ? (by === 'page' ? texts.page : texts.join) : texts.mine;
    return (
      <button key={number} type="button" class="hit" data-step onClick={() => void this.#join(ticket)}>
        <b>
          № {number} {subject}
        </b>
        <span>{fill(text, { when })}</span>
      </button>
    );
  }

  #renderQuestion(held: SimilarTicket) {
    const { number, subject, offer } = held;
    const texts = similarTexts(this.props.panel.state.locale);
    const text = fill(offer ? texts.asked : texts.askedMine, { number, subject });
    return (
      <div class="asked" role="alertdialog" aria-label={text} ref={this.#question}>
        <p>{text}</p>
        <p class="quiet">{texts.kept}</p>
        <div>
          <button type="button" class="primary" onClick={() => void this.#join(held)}>
            {offer ? texts.joinIt : texts.goOn}
          </button>{' '}
          <button type="button" class="link" onClick={this.#sendAnyway}>
            {texts.sendAnyway}
          </button>
        </div>
      </div>
    );
  }
}
