import type { Locale } from '@beseda/shared/domain/words';
import { Folded } from '../parts/folded';
import { TEXTS } from '../texts';
import type { Heading } from './dress-article';

/** Less than this is seen at a glance. */
const FEWEST = 2;

/** The contents of an article: beside it where there is room, folded above it where there is none. */
export function ContentsList({ locale, headings }: { locale: Locale; headings: readonly Heading[] }) {
  const texts = TEXTS[locale];
  if (headings.length < FEWEST) return null;
  return (
    <nav class="toc" aria-label={texts.onThisPage}>
      <Folded label={texts.onThisPage}>
        <p class="toc-title" aria-hidden="true">
          {texts.onThisPage}
        </p>
        <ol>
          {headings.map(({ id, level, title }) => (
            <li key={id} data-level={level}>
              <a href={`#${id}`} dangerouslySetInnerHTML={{ __html: title }} />
            </li>
          ))}
        </ol>
      </Folded>
    </nav>
  );
}
