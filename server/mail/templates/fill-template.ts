import { oneLine } from '../one-line';
import { paragraphsOf } from './template-rules';

/** A piece of a mail, before it is text or HTML. */
export type Block =
  | { kind: 'paragraph'; text: string }
  | { kind: 'links'; links: { label: string; url: string }[] }
  /** What somebody wrote. */
  | { kind: 'message'; head: string; text: string; files: string[]; filesLabel: string }
  /** What it answers: shortened, and shown as something known. */
  | { kind: 'quote'; head: string; text: string }
  /** Everything behind it is small print. */
  | { kind: 'rule' };

/** Null or empty: there is nothing to say; the paragraph that asks for it is left out. */
export type Values = Readonly<Record<string, string | readonly Block[] | null>>;

const LINKS = /^(?:\[[^\]\n]+\]\([^()\s]+\)\s*)+$/;
const LINK = /\[([^\]\n]+)\]\(([^()\s]+)\)/g;
const VARIABLE = /\{([a-z_]+)\}/g;

/**
 * The blocks of a template with its values. Values are only ever put in, never read as a template: braces and brackets
 * that a person wrote stay what they are.
 */
export function fillTemplate(body: string, values: Values): Block[] {
  return paragraphsOf(body).flatMap((paragraph) => fillParagraph(paragraph, values));
}

export function fillSubject(subject: string, values: Values): string {
  return oneLine(fill(subject, values) ?? '');
}

function fillParagraph(paragraph: string, values: Values): readonly Block[] {
  if (/^-{3,}$/.test(paragraph)) return [{ kind: 'rule' }];
  const name = /^\{([a-z_]+)\}$/.exec(paragraph)?.[1];
  const block = name === undefined ? undefined : values[name];
  if (Array.isArray(block)) return block;
  if (LINKS.test(paragraph)) return fillLinks(paragraph, values);
  const text = fill(paragraph, values);
  return text === null ? [] : [{ kind: 'paragraph', text }];
}

function fillLinks(paragraph: string, values: Values): Block[] {
  const links = [...paragraph.matchAll(LINK)].flatMap(([, label = '', target = '']) => {
    const [filled, url] = [fill(label, values), fill(target, values)];
    return filled && url && /^https?:\/\//.test(url) ? [{ label: filled, url }] : [];
  });
  return links.length === 0 ? [] : [{ kind: 'links', links }];
}

/** Null: a value is missing. */
function fill(text: string, values: Values): string | null {
  let lacks = false;
  const filled = text.replace(VARIABLE, (_, name: string) => {
    const value = values[name];
    if (typeof value === 'string' && value !== '') return value;
    lacks = true;
    return '';
  });
  return lacks ? null : filled;
}
