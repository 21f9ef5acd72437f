import { createHash } from 'node:crypto';

/** One tag for all encodings of the same text: it says that they mean the same, not that they are. */
export function tagText(text: string): string {
  return `W/"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`;
}

/** Whether a browser that sends this `If-None-Match` has what the tag stands for. */
export function isKnownTag(header: string | undefined, tag: string): boolean {
  const bare = (one: string) => one.trim().replace(/^W\//, '');
  return header?.split(',').some((one) => bare(one) === bare(tag) || one.trim() === '*') ?? false;
}
