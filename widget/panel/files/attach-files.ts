import { checkFile } from '@beseda/shared/client/check-file';
import { holdFile, releaseFiles } from '@beseda/shared/client/hold-file';
import type { Panel } from '../model/panel';

/** Takes files into a draft: bytes are stored at once; what cannot be sent is named with its reason. */
export async function attachFiles(panel: Panel, key: string, files: readonly File[]): Promise<void> {
  const refusedFiles: { name: string; code: string }[] = [];
  const { session } = panel;
  const keep = await panel.startKeep();
  for (const file of files) {
    const code = keep ? checkFile(file, panel.draft(key).files.length) : 'unavailable';
    if (code || !keep) {
      refusedFiles.push({ name: file.name, code: code ?? '' });
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
