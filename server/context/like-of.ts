/** The pattern of «contains» for what somebody looks for; null: they look for nothing. */
export function likeOf(q: string | undefined): string | null {
  const text = q?.trim();
  return text ? `%${text.replace(/[\\%_]/g, '\\$&')}%` : null;
}
