import type { PageFrame } from '@beseda/shared/domain/page-data';
import { LOCALES } from '@beseda/shared/domain/words';
import type { ComponentChildren } from 'preact';
import { SearchForm } from './parts/search-form';
import { LANGUAGES, TEXTS } from './texts';

interface Props {
  frame: PageFrame;
  withSearch: boolean;
  isRequests: boolean;
  children: ComponentChildren;
}

/** What stands around every page: the way home, the search, one's own requests, the languages. */
export function PageShell({ frame, withSearch, isRequests, children }: Props) {
  const { locale, name, alternates, switches } = frame;
  const texts = TEXTS[locale];
  return (
    <>
      <a class="skip" href="#content">
        {texts.skip}
      </a>
      <header>
        <a class="brand" href={`/help/${locale}`} aria-label={`${name}. ${texts.home}`}>
          <strong>{name}</strong> <span>{texts.centre}</span>
        </a>
        {withSearch && <SearchForm locale={locale} />}
        <a
          class="to-requests"
          href={`/help/${locale}/requests`}
          aria-current={isRequests ? 'page' : undefined}
        >
          {texts.requests}
        </a>
        <nav aria-label={texts.language}>
          <ul class="languages">
            {LOCALES.map((each) => (
              <li key={each}>
                <a
                  href={switches?.[each] ?? alternates[each] ?? `/help/${each}`}
                  hreflang={each}
                  lang={each}
                  aria-current={each === locale ? 'true' : undefined}
                >
                  {LANGUAGES[each]}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </header>
      {children}
      {!isRequests && <Footer frame={frame} />}
    </>
  );
}

function Footer({ frame: { locale, name } }: { frame: PageFrame }) {
  const texts = TEXTS[locale];
  return (
    <footer>
      <a href={`/help/${locale}`}>
        {name}. {texts.centre}
      </a>
      <a href={`/help/${locale}/requests/new`}>{texts.ask}</a>
      <a href={`/help/${locale}/feed.atom`} type="application/atom+xml">
        {texts.feed}
      </a>
    </footer>
  );
}
