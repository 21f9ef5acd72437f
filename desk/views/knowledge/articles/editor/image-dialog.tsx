import type { ArticleFile } from '@beseda/shared/protocol/knowledge';
import { Dialog } from '../../../dialog';
import { FormFoot } from '../../../form-foot';
import { textOf } from '../../../form-text';
import { useEditorWords } from './use-editor-words';

/** Asks what an image shows, before it stands in the text. */
export function ImageDialog(props: {
  file: ArticleFile;
  onInsert: (alt: string, width: number | null) => void;
  onClose: () => void;
}) {
  const { image: words } = useEditorWords();
  const { file } = props;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    const width = Number(textOf(form, 'width'));
    props.onInsert(textOf(form, 'alt').trim(), width > 0 ? width : null);
  };
  return (
    <Dialog label={words.title} onClose={props.onClose}>
      <h2>{words.title}</h2>
      <form class="form" id="kb-image" onSubmit={submit}>
        {file.type.startsWith('image/') && <img class="kb-image" src={`${file.url}?thumb=1`} alt="" />}
        <label class="field">
          <span>{words.alt}</span>
          <input class="input" name="alt" maxLength={300} autoFocus />
          <small>{words.altHint}</small>
        </label>
        <label class="field">
          <span>{words.width}</span>
          <input class="input" name="width" type="number" min={16} max={2000} />
          {file.width !== null && <small>{words.widthHint(file.width)}</small>}
        </label>
      </form>
      <FormFoot form="kb-image" submit={words.insert} onClose={props.onClose} />
    </Dialog>
  );
}
