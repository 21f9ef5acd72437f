/** A line of a mail, and how it stood there: written by the sender, quoted for certain or perhaps, a signature. */
export interface Line {
  text: string;
  mark: 'own' | 'cite' | 'quote' | 'signature';
}

const LONGEST_MARK = 20;

/** Lines of a text part. `>` at the start quotes. */
export function splitLines(text: string): Line[] {
  return text.split('\n').map((line) => ({ text: line.trimEnd(), mark: isQuoted(line) ? 'quote' : 'own' }));
}

function isQuoted(line: string): boolean {
  return (
    /^ ?(?:[>|] ?)*>/.test(line.slice(0, LONGEST_MARK)) && !/^ ?>[:;=._^-]{1,2}[()<>|dp]?\s*$/i.test(line)
  );
}
