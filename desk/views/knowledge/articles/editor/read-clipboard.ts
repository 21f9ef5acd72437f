import { htmlToMarkdown } from '@beseda/shared/domain/html/html-to-markdown';
import { readHtmlTree } from '@beseda/shared/domain/html/html-tree';

/** What was copied elsewhere, as Markdown; its own pictures stand in it by their `mark` until they are stored. */
export interface PastedText {
  text: string;
  pictures: { mark: string; file: File }[];
  /** Addresses of pictures on other sites, which stand in it for now. */
  remote: string[];
}

let lastMark = 0;

/** Null: there is nothing but plain text, or files, which are pasted in their own ways. */
export function readClipboard(data: DataTransfer): PastedText | null {
  const html = data.getData('text/html');
  if (html === '') return null;
  const pictures: PastedText['pictures'] = [];
  const remote = new Set<string>();
  // Runs no script and loads nothing.
  const { childNodes } = new DOMParser().parseFromString(html, 'text/html').body;
  const tree = readHtmlTree<Node>(childNodes, {
    tag: (node) => (node instanceof Element ? node.tagName : undefined),
    text: (node) => (node instanceof Text ? node.data : undefined),
    attributes: (node) => (node instanceof Element ? node.attributes : []),
    children: (node) => node.childNodes,
  });
  const text = htmlToMarkdown(tree, {
    image(src) {
      if (/^https:/i.test(src)) {
        remote.add(src);
        return src;
      }
      const file = readPicture(src);
      if (!file) return null;
      const mark = `upload-${++lastMark}`;
      pictures.push({ mark, file });
      return mark;
    },
  });
  const plain = data.getData('text/plain').replace(/\r\n/g, '\n').trim();
  return text === '' || text === plain ? null : { text, pictures, remote: [...remote] };
}

/** A picture that stands in its own address. */
function readPicture(src: string): File | null {
  const [, type = '', ending = '', bytes = ''] =
    /^data:(image\/(png|jpeg|gif|webp));base64,([\w+/=\s]+)$/i.exec(src) ?? [];
  if (bytes === '') return null;
  try {
    const content = Uint8Array.from(atob(bytes.replace(/\s/g, '')), (sign) => sign.charCodeAt(0));
    return new File([content], `image.${ending === 'jpeg' ? 'jpg' : ending}`, { type });
  } catch {
    return null;
  }
}
