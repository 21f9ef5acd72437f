const ID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const FILE_URL = new RegExp(`/help/files/(${ID})/`, 'g');

/** Where a file of the knowledge base is read, from the server's root. */
export function articleFileUrl({ id, name }: { id: string; name: string }): string {
  return `/help/files/${id}/${encodeURIComponent(name).replace(/[()']/g, escape)}`;
}

/** The files that a text refers to, each once. */
export function filesInText(text: string): string[] {
  return [...new Set(Array.from(text.matchAll(FILE_URL), ([, id = '']) => id))];
}

/** Round brackets would end an address in Markdown. */
function escape(sign: string): string {
  return `%${sign.charCodeAt(0).toString(16)}`;
}
