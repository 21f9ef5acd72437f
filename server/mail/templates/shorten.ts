const MOST_LINES = 6;
const MOST_CHARACTERS = 400;

/** The beginning of what somebody wrote, enough to know it again. */
export function shorten(text: string): string {
  const lines = text.trim().split('\n');
  const head = lines.slice(0, MOST_LINES).join('\n');
  if (head.length <= MOST_CHARACTERS) return lines.length > MOST_LINES ? `${head}\n…` : head;
  return `${head.slice(0, MOST_CHARACTERS).replace(/[\ud800-\udbff]$/, '')}…`;
}
