/** How a piece of running text is set. */
export interface Marks {
  strong: boolean;
  em: boolean;
  del: boolean;
  code: boolean;
  /** Where the link leads that it belongs to. */
  href: string | null;
}

export interface TextRun {
  kind: 'text';
  text: string;
  marks: Marks;
}

export interface ImageRun {
  kind: 'image';
  src: string;
  alt: string;
  title: string;
  marks: Marks;
}

export type InlineRun = TextRun | ImageRun | { kind: 'break' };

export const PLAIN: Marks = { strong: false, em: false, del: false, code: false, href: null };

export function sameMarks(one: Marks, other: Marks): boolean {
  return (
    one.strong === other.strong &&
    one.em === other.em &&
    one.del === other.del &&
    one.code === other.code &&
    one.href === other.href
  );
}
