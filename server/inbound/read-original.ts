import type { Context } from '../context/context';
import { notFound } from '../context/refusal';
import { parseMail } from './parsing/parse-mail';
import type { MailFile } from './parsing/parsed-mail';
import { loadRaw } from './read-raw';

const PICTURES: readonly string[] = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'];
/** Of all pictures that stand within one mail. */
const MOST_BYTES = 10 * 2 ** 20;

export interface OriginalMail {
  /** A whole page. It runs nothing, and asks nobody for anything unless `remote`. */
  html: string;
  policy: string;
}

/**
 * A mail as its sender laid it out, for an agent who wants to see that. Its own pictures stand in the page; those that lie
 * elsewhere tell their owner who reads, and are left out unless the agent asks for them. Refuses with `not_found`.
 */
export async function readOriginal(
  ctx: Context,
  id: string,
  { remote }: { remote: boolean },
): Promise<OriginalMail> {
  if (ctx.actor.kind !== 'agent') throw notFound();
  const [row] = await ctx.inTransaction(
    ({ sql }) => sql<{ sha256: string | null; size: number }[]>`
      select sha256, size::int from inbound_mails where id = ${id}`,
  );
  const raw = row?.sha256 ? await loadRaw(ctx, { sha256: row.sha256, size: row.size }) : null;
  const mail = raw && (await parseMail(raw));
  if (!mail || mail.html === null) throw notFound();
  const placed = placePictures(mail.html, mail.files);
  return {
    html: page(remote ? placed.replace(/(<img\b[^>]*?\s)data-src=/gi, '$1src=') : placed),
    policy: [
      "default-src 'none'",
      `img-src data:${remote ? ' https: http:' : ''}`,
      "style-src 'unsafe-inline'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'self'",
      'sandbox allow-popups allow-popups-to-escape-sandbox',
    ].join('; '),
  };
}

function placePictures(html: string, files: readonly MailFile[]): string {
  let left = MOST_BYTES;
  const addresses = new Map<string, string>();
  for (const { contentId, type, bytes } of files) {
    if (contentId === null || !PICTURES.includes(type) || bytes.length > left) continue;
    left -= bytes.length;
    addresses.set(contentId, `data:${type};base64,${Buffer.from(bytes).toString('base64')}`);
  }
  return html.replace(/\bsrc=(["'])cid:([^"']*)\1/gi, (_all, quote: string, id: string) => {
    const found = addresses.get(id) ?? addresses.get(decode(id)) ?? '';
    return `src=${quote}${found}${quote}`;
  });
}

function decode(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}

function page(body: string): string {
  return `<!doctype html>
<html>
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<style>body{margin:12px;font:14px/1.5 system-ui,sans-serif;background:#fff;color:#1a1c1f;overflow-wrap:anywhere}img{max-width:100%;height:auto}table{max-width:100%}</style></head>
<body>${body}</body>
</html>
`;
}
