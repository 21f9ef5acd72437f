import { formatSize } from '@beseda/shared/ui/attachments';
import { useRef, useState } from 'preact/hooks';
import { useTexts } from '../../contexts';
import { useImportWords } from './use-import-words';

const ACCEPTED = '.zip,.json,.md,.html,.htm,.yaml,.png,.jpg,.jpeg,.gif,.webp,.pdf,.mp4,.webm,.mov';

interface Props {
  files: readonly File[];
  disabled: boolean;
  onChange: (files: readonly File[]) => void;
}

/** The files to take in: chosen or dropped, each of which can be taken out again. */
export function ChosenFiles({ files, disabled, onChange }: Props) {
  const { locale } = useTexts();
  const words = useImportWords();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const add = (more: FileList | undefined) => {
    if (more && more.length > 0 && !disabled) onChange([...files, ...more]);
  };
  return (
    <div
      class="kb-import-drop"
      data-over={over}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        add(event.dataTransfer?.files);
      }}
    >
      <p>
        <button type="button" class="button" disabled={disabled} onClick={() => input.current?.click()}>
          {words.choose}
        </button>{' '}
        <span class="soft">{words.drop}</span>
      </p>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept={ACCEPTED}
        onChange={({ currentTarget }) => {
          add(currentTarget.files ?? undefined);
          currentTarget.value = '';
        }}
      />
      {files.length > 0 && (
        <ul class="kb-import-files" aria-label={words.files}>
          {files.map((file, at) => (
            <li key={`${at} ${file.name}`}>
              <span>{file.name}</span> <span class="soft">{formatSize(file.size, locale)}</span>
              <button
                type="button"
                class="button small quiet"
                disabled={disabled}
                aria-label={words.remove(file.name)}
                onClick={() => onChange(files.filter((_, other) => other !== at))}
              >
                ×
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
