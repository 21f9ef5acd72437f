import { checkFile, fetchFileLimits } from '@beseda/shared/client/check-file';
import { holdFile, releaseFiles } from '@beseda/shared/client/hold-file';
import type { Refusal } from '@beseda/shared/client/outbox-rows';
import type { Panel } from '../model/panel';

const NOT_NOW = { code: 'unavailable' } as const;

/** Takes files into a draft: bytes are stored at once; what cannot be sent is named with its reason. */
export async function attachFiles(panel: Panel, key: string, files: readonly File[]): Promise<void> {
  const refusedFiles: (Refusal & { name: string })[] = [];
  const { session } = panel;
  const [keep, limits] = await Promise.all([panel.startKeep(), fetchFileLimits(panel.http)]);
  for (const file of files) {
    const refused = keep ? checkFile(file, panel.draft(key).files, limits) : NOT_NOW;
    if (refused || !keep) {
      refusedFiles.push({ name: file.name, ...(refused ?? NOT_NOW) });
      continue;
    }
    try {
      const held = await holdFile(keep.store, keep.owner, file);
      if (panel.session !== session) return releaseFiles(keep.store, [held]);
      panel.write(key, { files: [...panel.draft(key).files, held] });
    } catch {
      // A folder, or a file that went away since it was chosen.
      refusedFiles.push({ name: file.name, code: 'file_empty' });
    }
  }
  panel.set({ refusedFiles });
}
