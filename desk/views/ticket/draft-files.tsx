import { type HeldFile, readFile, releaseFiles } from '@beseda/shared/client/hold-file';
import { formatSize } from '@beseda/shared/ui/attachments';
import { useEffect, useState } from 'preact/hooks';
import { useDesk, useTexts } from '../contexts';
import { Icon } from '../icons';

/** The files that will go with the message, images as they are. */
export function DraftFiles(props: {
  files: readonly HeldFile[];
  remove: (left: readonly HeldFile[]) => void;
}) {
  const { texts } = useTexts();
  const { store } = useDesk();
  if (props.files.length === 0) return null;
  const remove = (file: HeldFile) => {
    props.remove(props.files.filter((other) => other.clientId !== file.clientId));
    void releaseFiles(store, [file]);
  };
  return (
    <ul class="draft-files" aria-label={texts.composer.files}>
      {props.files.map((file) => (
        <DraftFile key={file.clientId} file={file} remove={() => remove(file)} />
      ))}
    </ul>
  );
}

function DraftFile({ file, remove }: { file: HeldFile; remove: () => void }) {
  const { texts, locale } = useTexts();
  const picture = usePicture(file);
  return (
    <li class="draft-file">
      {picture && <img src={picture} alt="" />}
      <span class="draft-file-name">{file.name}</span>
      <span class="draft-file-size">{formatSize(file.size, locale)}</span>
      <button
        type="button"
        class="icon-button"
        aria-label={texts.composer.remove(file.name)}
        onClick={remove}
      >
        <Icon name="close" />
      </button>
    </li>
  );
}

/** An address for showing a held image; null for other files. */
function usePicture(file: HeldFile): string | null {
  const { store } = useDesk();
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    if (!file.type.startsWith('image/')) return undefined;
    let made: string | null = null;
    let gone = false;
    void readFile(store, file).then((blob) => {
      if (gone || !blob) return;
      made = URL.createObjectURL(blob);
      setUrl(made);
    });
    return () => {
      gone = true;
      if (made) URL.revokeObjectURL(made);
    };
  }, [file.clientId]);
  return url;
}
