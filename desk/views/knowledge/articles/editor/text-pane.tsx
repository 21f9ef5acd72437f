import type { Locale } from '@beseda/shared/domain/words';
import { useRef } from 'preact/hooks';
import { continueLine } from '../../../../model/writing/edit-text';
import { ImageDialog } from './image-dialog';
import { LinkDialog } from './link-dialog';
import { readClipboard } from './read-clipboard';
import { SnippetDialog } from './snippet-dialog';
import { Toolbar } from './toolbar';
import { runTool, toolOf } from './tools';
import { PastedLine, UploadList } from './upload-list';
import { useEditorWords } from './use-editor-words';
import { useInsertions } from './use-insertions';
import { useTextField } from './use-text-field';

/** The article's text with the tools for it. */
export function TextPane(props: {
  locale: Locale;
  body: string;
  onBody: (body: string) => void;
  onSave: () => void;
}) {
  const words = useEditorWords();
  const field = useTextField();
  const insert = useInsertions(field);
  const chooser = useRef<HTMLInputElement>(null);
  const dialogs = {
    link: () => insert.pick('link'),
    snippet: () => insert.pick('snippet'),
    file: () => chooser.current?.click(),
  };

  function press(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const tool = toolOf(event);
    const { text, start, end } = field.read();
    const isLineStart = start === end && (start === 0 || text[start - 1] === '\n');
    if (tool) runTool(tool, field, words, dialogs);
    else if ((event.ctrlKey || event.metaKey) && event.code === 'KeyS') props.onSave();
    else if (event.key === 'Enter' && !event.shiftKey && !event.ctrlKey) {
      if (!field.edit(continueLine)) return;
    } else if (event.key === '/' && isLineStart) insert.pick('snippet');
    else if (event.key === '[' && start === end && text[start - 1] === '[') {
      field.edit(() => ({ from: start - 1, to: start, insert: '', start: start - 1, end: start - 1 }));
      insert.pick('link');
    } else return;
    event.preventDefault();
  }

  const bring = (event: Event, files: FileList | undefined) => {
    if (!files || files.length === 0) return;
    event.preventDefault();
    insert.bring([...files]);
  };
  function paste(event: ClipboardEvent): void {
    const pasted = event.clipboardData && readClipboard(event.clipboardData);
    if (!pasted) return bring(event, event.clipboardData?.files);
    event.preventDefault();
    insert.paste(pasted);
  }
  const selected = field.read();
  return (
    <div class="kb-text">
      <Toolbar field={field} dialogs={dialogs} />
      <input
        ref={chooser}
        type="file"
        multiple
        hidden
        onChange={({ currentTarget }) => {
          insert.bring([...(currentTarget.files ?? [])]);
          currentTarget.value = '';
        }}
      />
      <UploadList uploads={insert.uploads} />
      <PastedLine pasted={insert.pasted} />
      <textarea
        ref={field.element}
        id="kb-body"
        class="kb-body"
        aria-label={words.body}
        placeholder={words.bodyHint}
        value={props.body}
        spellcheck
        lang={props.locale}
        onInput={(event) => props.onBody(event.currentTarget.value)}
        onKeyDown={press}
        onPaste={paste}
        onDragOver={(event) => event.dataTransfer?.types.includes('Files') && event.preventDefault()}
        onDrop={(event) => bring(event, event.dataTransfer?.files)}
      />
      {insert.picking === 'link' && (
        <LinkDialog
          locale={props.locale}
          query={selected.text.slice(selected.start, selected.end)}
          onPick={insert.link}
          onClose={() => insert.pick(null)}
        />
      )}
      {insert.picking === 'snippet' && (
        <SnippetDialog
          locale={props.locale}
          onPick={({ key }) => insert.snippet(key)}
          onClose={() => insert.pick(null)}
        />
      )}
      {insert.asked && (
        <ImageDialog
          key={insert.asked.id}
          file={insert.asked}
          onInsert={insert.describe}
          onClose={() => insert.describe('', null)}
        />
      )}
    </div>
  );
}
