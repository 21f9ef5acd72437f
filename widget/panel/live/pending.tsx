import type { OutboxItem } from '@beseda/shared/client/outbox-rows';
import type { Report } from '@beseda/shared/domain/report';
import { fill } from '../model/fill';
import type { Panel } from '../model/panel';
import { threadTexts } from '../texts/thread';
import { Lazy } from '../views/lazy-view';

/** An own message that the server does not have yet, and what is happening to it. */
export function Pending({ panel, item }: { panel: Panel; item: OutboxItem }) {
  const texts = threadTexts(panel.state.locale);
  const { state, text, files, clientId, start } = item;
  return (
    <article class={`message own ${state.kind}`}>
      <div class="bubble">
        {start?.report ? (
          <Lazy panel={panel} name="sent" id={clientId} text={valuesOf(start.report)} />
        ) : (
          text
        )}
        {files.map(({ name }) => (
          <div key={name}>{name}</div>
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

/** Until its labels are there. */
const valuesOf = (report: Report) =>
  Object.values(report)
    .filter((value) => typeof value === 'string')
    .slice(1)
    .join('\n\n');
