import type { DraftReport } from '@beseda/shared/client/drafts';
import { LIMITS } from '@beseda/shared/domain/limits';
import type { TicketType } from '@beseda/shared/domain/words';
import type { Panel } from '../model/panel';
import { Icon } from './icon';
import { Lazy } from './lazy-view';

/** Grows with its text; the style sheet limits it. As a new `ref` with every draw, it is called each time. */
export function grow(field: HTMLTextAreaElement | null): void {
  if (!field) return;
  field.style.height = 'auto';
  field.style.height = `${field.scrollHeight + 2}px`;
}

/** On touch screens, and where it is not the only field, Enter makes a line, as people expect. */
const sends = (event: KeyboardEvent, isOnly: boolean) =>
  event.key === 'Enter' &&
  !event.isComposing &&
  (event.ctrlKey || event.metaKey || (isOnly && !event.shiftKey && matchMedia('(pointer: fine)').matches));

interface ComposerProps {
  panel: Panel;
  /** The draft's key. */
  id: string;
  label: string;
}

/** The one field that everything is written in, with its files. */
export function Composer({ panel, id, label }: ComposerProps) {
  const { state } = panel;
  const { texts } = state;
  const { text, files, report } = panel.draft(id);
  const type = report?.type;
  const lead = texts.leads[type as 'task'];
  const isNew = id === 'new';
  const submit = (event: Event) => {
    event.preventDefault();
    if (text.trim() || files[0] || report) void panel.send(id);
  };
  return (
    <form class="composer" onSubmit={submit}>
      {isNew && <Types panel={panel} report={report} />}
      {lead && <small class="lead">{lead}</small>}
      <textarea
        ref={(field) => grow(field)}
        rows={2}
        aria-label={lead || label}
        placeholder={lead ? '' : label}
        maxLength={LIMITS.textLength}
        value={text}
        data-focus
        data-step
        onInput={({ currentTarget }) => panel.write(id, { text: currentTarget.value })}
        onKeyDown={(event) => {
          if (sends(event, !lead)) submit(event);
        }}
        onPaste={(event) => {
          const pasted = event.clipboardData?.files;
          if (pasted?.[0]) panel.attach(pasted);
        }}
      />
      {isNew && report && <Lazy panel={panel} name="report" id={id} text="" />}
      {(files[0] || state.refusedFiles[0]) && <Lazy panel={panel} name="files" id={id} />}
      <div class="bar">
        <label class="tool" title={texts.attach}>
          <input
            type="file"
            multiple
            aria-label={texts.attach}
            onChange={({ currentTarget }) => {
              panel.attach(currentTarget.files);
              currentTarget.value = '';
            }}
          />
          <Icon name="clip" />
        </label>
        <button
          class="tool"
          type="button"
          title={texts.picture}
          aria-label={texts.picture}
          onClick={() => panel.shoot(id)}
        >
          <Icon name="screen" />
        </button>
        <small>
          {state.sending === id
            ? texts.waiting
            : isNew && <Lazy panel={panel} name="outlook" id="" text="" />}
        </small>
        <button class="primary" aria-keyshortcuts="Enter">
          {texts.send}
        </button>
      </div>
      {isNew && (text || report) && <Lazy panel={panel} name="report" id={id} text="" below />}
    </form>
  );
}

/** What the ticket is about, in one tap; another one leaves it to the agent. */
function Types({ panel, report }: { panel: Panel; report: DraftReport | undefined }) {
  const { texts } = panel.state;
  return (
    <div class="types" role="group" aria-label={texts.type}>
      {(panel.boot.offered ?? (Object.keys(texts.types) as TicketType[])).map((type) => {
        const pressed = report?.type === type;
        return (
          <button
            key={type}
            type="button"
            aria-pressed={pressed}
            onClick={() => panel.write('new', { report: { ...report, type: pressed ? undefined : type } })}
          >
            {texts.types[type]}
          </button>
        );
      })}
    </div>
  );
}
