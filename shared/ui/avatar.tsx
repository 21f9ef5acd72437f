const HUES = 8;

/** At most two letters of a name: «Анна Петрова» → «АП». */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const letters = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return letters.map((word) => Array.from(word ?? '')[0]?.toLocaleUpperCase() ?? '').join('') || '?';
}

/** The same name has the same colour everywhere; 0…7, styled by `data-hue`. */
export function hueOf(name: string): number {
  let sum = 0;
  for (const char of name) sum = (sum * 31 + (char.codePointAt(0) ?? 0)) % 65_521;
  return sum % HUES;
}

/** Initials in a circle. Decoration beside a name that is written out, so hidden from screen readers. */
export function Avatar(props: { name: string; size?: 'small' | 'large' }) {
  return (
    <span class="ui-avatar" data-hue={hueOf(props.name)} data-size={props.size} aria-hidden="true">
      {initialsOf(props.name)}
    </span>
  );
}
