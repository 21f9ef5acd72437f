import { LIMITS } from '@beseda/shared/domain/limits';
import type { Panel } from '../model/panel';
import { Icon } from './icon';
import { Lazy } from './lazy-view';

/** Grows with its text; the style sheet limits it. */
function grow(field: HTMLTextAreaElement | null): void {
  if (!field) return;
  field.style.height = 'auto';
  field.style.height = `${field.scrollHeight + 2}px`;
}

/** On touch screens Enter makes a line, as people there expect. */
const sends = (event: KeyboardEvent) =>
  event.key === 'Enter' &&
  !event.isComposing &&
  (event.ctrlKey || event.metaKey || (!event.shiftKey && matchMedia('(pointer: fine)').matches));

interface ComposerProps {
  panel: Panel;
  /** The draft's key. */
  id: string;
  label: string;
  /** Nothing can be sent: the text is only looked for. */
  search?: boolean;
}

/** The one field that everything is written in, with its files. */
export function Composer({ panel, id, label, search }: ComposerProps) {
  const { state } = panel;
  const { texts } = state;
  const { text, files } = panel.draft(id);
  const submit = (event: Event) => {
    event.preventDefault();
    if (!search && (text.trim() || files[0])) void panel.send(id);
  };
  return (
    <form class={search ? 'composer search' : 'composer'} onSubmit={submit}>
      <textarea
        ref={grow}
        rows={search ? 1 : 2}
        aria-label={label}
        placeholder={label}
        maxLength={LIMITS.textLength}
        value={text}
        data-focus
        data-step
        onInput={({ currentTarget }) => panel.write(id, { text: currentTarget.value })}
        onKeyDown={(event) => {
          if (sends(event)) submit(event);
        }}
        onPaste={(event) => {
          const pasted = event.clipboardData?.files;
          if (pasted?.[0]) panel.attach(pasted);
        }}
      />
      {(files[0] || state.refusedFiles[0]) && <Lazy panel={panel} name="files" id={id} />}
      {search || (
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
          <small>{state.sending === id ? texts.waiting : ''}</small>
          <button class="primary" aria-keyshortcuts="Enter">
            {texts.send}
          </button>
        </div>
      )}
    </form>
  );
}
