/** A heading of an article's text. `level` 2 or 3. */
export interface Heading {
  level: 2 | 3;
  id: string;
  /** HTML without links. */
  title: string;
}

const HEADING = /<h([23]) id="([^"]+)">([\s\S]*?)<\/h\1>/g;
const LINK_OR_IMAGE = /<a\b[^>]*>|<\/a>|<img\b[^>]*>/g;
const TAG = /<[^>]*>/g;

/** What the contents list of an article is made of; `html` is our own renderer's. */
export function listHeadings(html: string): Heading[] {
  return [...html.matchAll(HEADING)].map(([, level, id = '', title = '']) => ({
    level: level === '2' ? 2 : 3,
    id,
    title: title.replace(TAG, '').trim(),
  }));
}

/** An article's text as its page has it: headings link to themselves, images to their file. `zoom` takes `{name}`. */
export function dressArticle(html: string, zoom: string): string {
  return linkImages(linkHeadings(html), zoom);
}

function linkHeadings(html: string): string {
  return html.replace(HEADING, (whole, level: string, id: string, title: string) =>
    title.includes('<a ')
      ? whole
      : `<h${level} id="${id}"><a class="anchor" href="#${id}">${title}</a></h${level}>`,
  );
}

/** Not those that a link stands around already. */
function linkImages(html: string, zoom: string): string {
  let inLink = false;
  return html.replace(LINK_OR_IMAGE, (tag) => {
    if (!tag.startsWith('<img')) {
      inLink = tag !== '</a>';
      return tag;
    }
    const src = /\bsrc="([^"]*)"/.exec(tag)?.[1];
    if (inLink || !src) return tag;
    const name = /\balt="([^"]*)"/.exec(tag)?.[1] ?? '';
    return `<a class="zoom" href="${src}" aria-label="${zoom.replace('{name}', () => name)}">${tag}</a>`;
  });
}
