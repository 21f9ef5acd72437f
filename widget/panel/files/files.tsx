import { type HeldFile, readFile, releaseFiles } from '@beseda/shared/client/hold-file';
import { formatSize } from '@beseda/shared/ui/attachments';
import { fill } from '../model/fill';
import type { Panel } from '../model/panel';
import { explain } from '../refused/explain';
import { laterTexts } from '../texts/later';
import { Icon } from '../views/icon';
import { adopt, type ViewProps } from '../views/lazy-view';
import css from './files.css?inline';

adopt(css);

/** The files of a draft before they are sent, and those that were not taken. `id`: the draft's key. */
export function View({ panel, id }: ViewProps) {
  const { refusedFiles, locale } = panel.state;
  const texts = laterTexts(locale);
  return (
    <>
      <ul class="held" aria-label={texts.attached}>
        {panel.draft(id).files.map((file) => (
          <li key={file.clientId}>
            <Preview panel={panel} file={file} />
            <span class="ui-file-name">{file.name}</span>
            <span class="ui-file-size">{formatSize(file.size, locale)}</span>
            <button
              type="button"
              class="tool"
              aria-label={fill(texts.remove, { name: file.name })}
              onClick={() => void detach(panel, id, file)}
            >
              <Icon name="close" />
            </button>
          </li>
        ))}
      </ul>
      <div class="untaken" role="alert">
        {refusedFiles.map(({ name, code, details }) => (
          <p key={name} class="error">
            {explain(locale, code, { ...details, file: name })}
          </p>
        ))}
        {refusedFiles[0] && (
          <button
            type="button"
            class="tool"
            aria-label={texts.dismiss}
            onClick={() => panel.set({ refusedFiles: [] })}
          >
            <Icon name="close" />
          </button>
        )}
      </div>
    </>
  );
}

const previews = new Map<string, string>();

function Preview({ panel, file }: { panel: Panel; file: HeldFile }) {
  if (!file.type.startsWith('image/')) return null;
  const url = previews.get(file.clientId);
  if (url === undefined) void makePreview(panel, file);
  return url ? <img src={url} alt="" /> : null;
}

async function makePreview(panel: Panel, file: HeldFile): Promise<void> {
  previews.set(file.clientId, '');
  const blob = panel.keep && (await readFile(panel.keep.store, file));
  if (!blob) return;
  previews.set(file.clientId, URL.createObjectURL(blob));
  panel.touch();
}

async function detach(panel: Panel, key: string, file: HeldFile): Promise<void> {
  URL.revokeObjectURL(previews.get(file.clientId) ?? '');
  panel.write(key, { files: panel.draft(key).files.filter(({ clientId }) => clientId !== file.clientId) });
  if (panel.keep) await releaseFiles(panel.keep.store, [file]);
}
