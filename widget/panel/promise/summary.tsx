import { tellMoment, tellPromise } from '@beseda/shared/domain/tell-promise';
import { tellSteps } from '@beseda/shared/domain/tell-steps';
import type { ExplainedClock } from '@beseda/shared/protocol/http';
import { Component } from 'preact';
import { fill } from '../model/fill';
import type { Panel } from '../model/panel';
import { mayRate, Rating } from '../rating/rating';
import { threadTexts } from '../texts/thread';
import './adopt-chip';
import { adopt, type ViewProps } from '../views/lazy-view';
import { Change } from './change';
import { Followers, mayJudge } from './followers';
import css from './promise.css?inline';
import { readerOf } from './reader-of';
import { promiseTexts } from './texts';

adopt(css);

/** What stands above a conversation, and the lines in it about changes. */
export function View(props: ViewProps) {
  return props.event ? <Change {...props} event={props.event} /> : <Summary {...props} />;
}

interface SummaryProps {
  panel: Panel;
  id: string;
}

/** Status, who answers and by when; of what is solved one may say that it is not. */
function Summary({ panel, id }: SummaryProps) {
  const texts = threadTexts(panel.state.locale);
  const conversation = panel.live?.threads.view(id).thread?.conversation;
  if (!conversation) return null;
  const { status, assignee, promise, number, acceptBy, links } = conversation;
  const { locale } = panel.state;
  const own = promiseTexts(locale);
  const judges = mayJudge(panel, conversation);
  const rests = status === 'solved' || status === 'closed';
  const told = tellPromise(promise, readerOf(panel));
  return (
    <div class="summary">
      <span class="chip" data-status={status}>
        {texts.statuses[status]}
      </span>
      <div>
        {assignee
          ? fill(texts.answers, { name: assignee.name })
          : !told && !rests && !acceptBy && texts.nobodyYet}
        {told && (
          <div class="promised" data-state={promise?.state} role="status">
            {told} <Why key={`${promise?.state} ${promise?.dueAt}`} panel={panel} number={number} />
          </div>
        )}
      </div>
      {acceptBy && judges && <Acceptance key={acceptBy} panel={panel} number={number} acceptBy={acceptBy} />}
      {status === 'solved' && judges && <Judge key={number} panel={panel} number={number} />}
      {mayRate({ panel, conversation }) && (
        <Rating key={conversation.id} panel={panel} conversation={conversation} />
      )}
      <Followers key={`followers ${number}`} panel={panel} conversation={conversation} />
      {links.map(({ kind, way, conversationId, number: other }) => (
        <button
          key={kind + way + other}
          type="button"
          class="link"
          onClick={() => panel.set({ screens: [{ name: 'ask' }, { name: 'thread', id: conversationId }] })}
        >
          {fill(own[`${kind}_${way}`], { number: String(other) })}
        </button>
      ))}
      {links.some(({ kind, way }) => kind === 'continued' && way === 'back') && (
        <div class="why-new">{own.whyNew}</div>
      )}
    </div>
  );
}

/** A task is said to be done: it is taken so, or goes back with what they write. */
class Acceptance extends Component<
  { panel: Panel; number: number; acceptBy: string },
  { returning: boolean }
> {
  override state = { returning: false };

  readonly #return = (): void => {
    const { panel } = this.props;
    this.setState({ returning: true });
    // As with every new screen, the focus goes to the field.
    panel.set({ screens: [...panel.state.screens] });
  };

  render() {
    const { panel, number, acceptBy } = this.props;
    const own = promiseTexts(panel.state.locale);
    return (
      <div class="acceptance" role="status">
        <p>{fill(own.accept, { by: tellMoment(acceptBy, readerOf(panel), 'by') })}</p>
        <div class="decision">
          <Judge panel={panel} number={number} solved />
          <button type="button" onClick={this.#return}>
            {own.giveBack}
          </button>
        </div>
        {this.state.returning && <p>{own.giveBackHint}</p>}
      </div>
    );
  }
}

type Saying = 'idle' | 'busy' | 'failed';

/** How the deadline came about; asked for when somebody wants to know. */
class Why extends Component<{ panel: Panel; number: number }, { steps?: string }> {
  readonly #ask = async (): Promise<void> => {
    const { panel, number } = this.props;
    const ack = await panel.http<{ results: ExplainedClock[] }>('GET', `/tickets/${number}/clocks`);
    const [clock] = ack.ok ? ack.data.results : [];
    const texts = promiseTexts(panel.state.locale);
    this.setState({ steps: (clock && tellSteps({ ...clock, locale: panel.state.locale })) || texts.noWhy });
  };

  render() {
    const { panel } = this.props;
    const { steps } = this.state;
    if (steps !== undefined) return <small class="steps">{steps}</small>;
    return (
      <button type="button" class="link" onClick={() => void this.#ask()}>
        {promiseTexts(panel.state.locale).why}
      </button>
    );
  }
}

interface JudgeProps {
  panel: Panel;
  number: number;
  solved?: boolean;
  label?: string;
}

/** Says that a request is solved, or that it is not. */
export class Judge extends Component<JudgeProps, { state: Saying }> {
  override state: { state: Saying } = { state: 'idle' };

  readonly #say = async (): Promise<void> => {
    const { panel, number, solved = false } = this.props;
    this.setState({ state: 'busy' });
    const ack = await panel.http<unknown>('PUT', `/tickets/${number}/solution`, { solved });
    // The status itself comes over the line.
    if (!ack.ok) this.setState({ state: 'failed' });
  };

  render() {
    const { state } = this.state;
    const { panel, solved, label } = this.props;
    const texts = promiseTexts(panel.state.locale);
    return (
      <button
        type="button"
        class={solved && !label ? 'primary' : 'link'}
        disabled={state === 'busy'}
        onClick={() => void this.#say()}
      >
        {state === 'failed' ? texts.failed : (label ?? (solved ? texts.takeIt : texts.notSolved))}
      </button>
    );
  }
}
