import { snippetReference } from '@beseda/shared/domain/expand-snippets';
import type { ArticleFile } from '@beseda/shared/protocol/knowledge';
import { useState } from 'preact/hooks';
import { insertBlock, insertLink } from '../../../../model/writing/edit-text';
import { dropMark, replaceMark } from '../../../../model/writing/picture-marks';
import type { PastedText } from './read-clipboard';
import { type PastedPictures, usePastedPictures } from './use-pasted-pictures';
import type { TextField } from './use-text-field';
import { type Uploads, useUploads } from './use-uploads';

export type Picking = 'link' | 'snippet' | null;

/** What is put into the text from elsewhere: files, links, snippets. */
export interface Insertions {
  uploads: Uploads;
  pasted: PastedPictures;
  picking: Picking;
  pick(what: Picking): void;
  /** The picture or video whose description is asked for. */
  asked: ArticleFile | null;
  describe(alt: string, width: number | null): void;
  bring(files: readonly File[]): void;
  paste(pasted: PastedText): void;
  link(address: string, words: string): void;
  snippet(key: string): void;
}

export function useInsertions(field: TextField): Insertions {
  const uploads = useUploads();
  const pasted = usePastedPictures(field);
  const [picking, setPicking] = useState<Picking>(null);
  const [waiting, setWaiting] = useState<readonly ArticleFile[]>([]);
  const [asked = null] = waiting;
  // The dialog gives the focus back first; then the field can be typed into.
  const later = (work: () => void) => setTimeout(work, 0);
  return {
    uploads,
    pasted,
    picking,
    pick: setPicking,
    asked,
    describe(alt, width) {
      setWaiting((before) => before.slice(1));
      if (!asked) return;
      const size = width === null ? '' : `{width=${width}}`;
      later(() => field.edit((given) => insertBlock(given, `![${escape(alt)}](${asked.url})${size}`)));
    },
    bring(files) {
      uploads.add(files, (file) => {
        if (/^(?:image|video)\//.test(file.type)) setWaiting((before) => [...before, file]);
        else field.edit((given) => insertLink({ ...given, start: given.end }, file.url, file.name));
      });
    },
    paste({ text, pictures, remote }) {
      field.edit(({ start, end }) => {
        const caret = start + text.length;
        return { from: start, to: end, insert: text, start: caret, end: caret };
      });
      pasted.take(remote);
      for (const { mark, file } of pictures) {
        uploads.add(
          [file],
          ({ url }) => field.edit((given) => replaceMark(given, mark, url)),
          () => field.edit((given) => dropMark(given, mark)),
        );
      }
    },
    link(address, words) {
      setPicking(null);
      later(() => field.edit((given) => insertLink(given, address, words)));
    },
    snippet(key) {
      setPicking(null);
      later(() => field.edit((given) => insertBlock(given, snippetReference(key))));
    },
  };
}

const escape = (text: string) => text.replace(/[[\]\\]/g, '\\$&');
