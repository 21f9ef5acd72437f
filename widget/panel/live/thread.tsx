import { fill } from '../model/fill';
import { threadTexts } from '../texts/thread';
import { Composer } from '../views/composer';
import { adopt, Failed, Lazy, Loading, type ViewProps } from '../views/lazy-view';
import { setTyping } from './set-typing';
import css from './thread.css?inline';
import { ThreadLog } from './thread-log';

adopt(css);

/** One conversation: who answers, what was said, and the field to go on. */
export function Thread({ panel, id }: ViewProps) {
  const { live, state } = panel;
  const texts = threadTexts(state.locale);
  if (!live) {
    void panel.startLive();
    return <Loading panel={panel} id={id} />;
  }
  live.threads.open(id);
  const view = live.threads.view(id);
  const { thread, pending, presence, refused } = view;
  if (refused === 'not_found' && !pending[0]) return <p class="quiet">{texts.gone}</p>;
  if (refused && !pending[0]) return <Failed panel={panel} onRetry={() => live.threads.close(id)} />;
  if (!thread && !pending[0]) return <Loading panel={panel} id={id} />;
  const typing = presence.find(({ who, mode }) => who.kind === 'agent' && mode === 'replying');
  const isClosed = thread?.conversation.status === 'closed';
  return (
    <div class="thread" onInput={() => setTyping(live.threads, id)}>
      <Lazy panel={panel} name="summary" id={id} text="" />
      <ThreadLog panel={panel} view={view} id={id} />
      <p class="typing" role="status">
        {typing && fill(texts.typing, { name: typing.who.name })}
      </p>
      {isClosed ? (
        <p class="quiet">{texts.closedHint}</p>
      ) : (
        <Composer panel={panel} id={id} label={texts.reply} />
      )}
      <p class="hint">
        {texts.otherTopic}{' '}
        <button type="button" class="link" onClick={() => panel.set({ screens: [{ name: 'ask' }] })}>
          {texts.beginNew}
        </button>
      </p>
    </div>
  );
}
