import type { KbEditorTexts } from '../../../../locales/kb-editor-ru';
import { useEditorWords } from './use-editor-words';
import type { PastedPictures } from './use-pasted-pictures';
import type { Uploading, Uploads } from './use-uploads';

/** The files on their way, and why one did not arrive. */
export function UploadList({ uploads }: { uploads: Uploads }) {
  const { uploads: words } = useEditorWords();
  if (uploads.list.length === 0) return null;
  return (
    <ul class="kb-uploads" aria-label={words.label}>
      {uploads.list.map(({ id, file, percent, failed }) => (
        <li key={id}>
          {failed ? (
            <span class="refused" role="alert">
              {words.failed(file.name, explain(failed, words))}
            </span>
          ) : (
            <label>
              {words.going(file.name, percent)} <progress max={100} value={percent} />
            </label>
          )}
          {failed?.code === 'unavailable' && (
            <button type="button" class="button small" onClick={() => uploads.retry(id)}>
              {words.retry}
            </button>
          )}
          <button type="button" class="button small" onClick={() => uploads.drop(id)}>
            {words.drop}
          </button>
        </li>
      ))}
    </ul>
  );
}

/** How far the pictures of a pasted text have come. */
export function PastedLine({ pasted: { going, left } }: { pasted: PastedPictures }) {
  const { uploads: words } = useEditorWords();
  const told = going > 0 ? words.fetching(going) : left > 0 ? words.stayed(left) : '';
  return (
    <p class="soft kb-pasted" role="status">
      {told}
    </p>
  );
}

const MEGABYTE = 2 ** 20;

function explain(
  { code, details }: NonNullable<Uploading['failed']>,
  words: KbEditorTexts['uploads'],
): string {
  const { limit, allowed } = (details ?? {}) as { limit?: number; allowed?: string[] };
  if (code === 'file_too_large' && limit !== undefined)
    return words.tooLarge(String(Math.floor(limit / MEGABYTE)));
  if (code === 'file_type_not_allowed') return words.type((allowed ?? []).join(', '));
  return code === 'file_infected' ? words.infected : words.unreached;
}
