import type { ComponentChildren } from 'preact';

const LINK = /https?:\/\/[^\s<>"'«»]+|(?<![\p{L}\p{N}&/])#\d{1,9}\b/gu;
const TRAILING = /[.,:;!?)\]}]+$/;

export type TextPart =
  | { kind: 'text'; text: string }
  | { kind: 'link'; text: string; url: string }
  | { kind: 'ticket'; text: string; number: number };

/** Splits a message into plain text, http(s) links and ticket numbers (`#42`). A closing bracket stays with a link that opened one. */
export function splitText(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let from = 0;
  for (const match of text.matchAll(LINK)) {
    const found = match[0].startsWith('#') ? match[0] : trimLink(match[0]);
    if (match.index > from) parts.push({ kind: 'text', text: text.slice(from, match.index) });
    parts.push(
      found.startsWith('#')
        ? { kind: 'ticket', text: found, number: Number(found.slice(1)) }
        : { kind: 'link', text: found, url: found },
    );
    from = match.index + found.length;
  }
  if (from < text.length) parts.push({ kind: 'text', text: text.slice(from) });
  return parts;
}

function trimLink(link: string): string {
  const tail = TRAILING.exec(link)?.[0] ?? '';
  const keeps = tail.startsWith(')') && link.slice(0, -tail.length).includes('(') ? 1 : 0;
  return link.slice(0, link.length - tail.length + keeps);
}

/** The text of a message with its line breaks and safe links. `ticketUrl` makes `#42` a link; without it the number stays text. */
export function MessageText(props: { text: string; ticketUrl?: (number: number) => string }) {
  return <div class="ui-text">{splitText(props.text).map((part) => renderPart(part, props.ticketUrl))}</div>;
}

function renderPart(part: TextPart, ticketUrl?: (number: number) => string): ComponentChildren {
  if (part.kind === 'link') {
    return (
      <a href={part.url} target="_blank" rel="noopener noreferrer nofollow">
        {part.text}
      </a>
    );
  }
  return part.kind === 'ticket' && ticketUrl ? <a href={ticketUrl(part.number)}>{part.text}</a> : part.text;
}
