import type { OutboxItem } from '@beseda/shared/client/outbox-rows';
import { fill } from '../model/fill';
import type { Panel } from '../model/panel';
import { threadTexts } from '../texts/thread';
import { Lazy } from '../views/lazy-view';

/** An own message that the server does not have yet, and what is happening to it. */
export function Pending({ panel, item }: { panel: Panel; item: OutboxItem }) {
  const texts = threadTexts(panel.state.locale);
  const { state, text, files, clientId } = item;
  return (
    <article class={`message own ${state.kind}`}>
      <div class="bubble">
        {text}
        {files.map((file) => (
          <span key={file.clientId} class="ui-file">
            {file.name}
          </span>
        ))}
      </div>
      {state.kind === 'refused' ? (
        <Lazy panel={panel} name="refused" id={clientId} />
      ) : (
        <small>
          {state.kind === 'uploading'
            ? fill(texts.uploading, { share: Math.round(state.progress * 100) })
            : texts.states[state.kind]}
        </small>
      )}
    </article>
  );
}
