import type { Locale } from '@beseda/shared/domain/words';
import { TEXTS } from '../texts';

/** The way from the home page to here; the page itself is its heading. */
export function Breadcrumbs({
  locale,
  section,
}: {
  locale: Locale;
  section?: { title: string; url: string };
}) {
  const texts = TEXTS[locale];
  return (
    <nav class="breadcrumbs" aria-label={texts.path}>
      <ol>
        <li>
          <a href={`/help/${locale}`}>{texts.centre}</a>
        </li>
        {section && (
          <li>
            <a href={section.url}>{section.title}</a>
          </li>
        )}
      </ol>
    </nav>
  );
}
