const REFERENCE = /\{\{snippet:([a-z\d]+(?:-[a-z\d]+)*)\}\}/g;

/** How a text refers to a snippet. */
export const snippetReference = (key: string): string => `{{snippet:${key}}}`;

/** A text with its snippets in their places; one that does not exist leaves nothing. Snippets do not hold snippets. */
export function expandSnippets(text: string, find: (key: string) => string | undefined): string {
  return text.replace(REFERENCE, (_reference, key: string) => find(key) ?? '');
}

export function hasSnippets(text: string): boolean {
  return text.search(REFERENCE) >= 0;
}
