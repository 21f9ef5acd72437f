import type { FoundHit, FoundPage } from '@beseda/shared/domain/page-data';
import type { Locale } from '@beseda/shared/domain/words';
import { Marked } from '../../panel/views/marked';
import { Ask } from '../parts/ask';
import { TEXTS } from '../texts';

type Props = { locale: Locale; query: string; found: FoundPage };

const SHEET = 10;

/** What a search found, or comes closest to it, and the way to a person. */
export function Found({ locale, query, found }: Props) {
  const { hits, total, section, corrected, closest } = found;
  const texts = TEXTS[locale];
  const more = { q: query, section, show: hits.length + SHEET, at: hits.at(-1)?.number };
  return (
    <>
      {corrected && (
        <p class="meant">
          {texts.meant} <a href={addressOf(locale, { q: corrected })}>{corrected}</a>
        </p>
      )}
      <Filter locale={locale} query={query} found={found} />
      <Hits hits={hits} />
      {hits.length < total && (
        <a class="button more" href={addressOf(locale, more)}>
          {texts.more}
        </a>
      )}
      {query !== '' && total === 0 && <p>{texts.nothingAdvice}</p>}
      {closest.length > 0 && (
        <section aria-labelledby="closest">
          <h2 id="closest">{texts.closestFound}</h2>
          <Hits hits={closest} inner />
        </section>
      )}
      {query !== '' && <Ask locale={locale} text={query} />}
    </>
  );
}

/** Where the hits stand: a choice only among several. */
function Filter({ locale, query, found: { sections, section, all } }: Props) {
  const texts = TEXTS[locale];
  if (sections.length < 2) return null;
  const choices = [{ number: null, title: texts.everywhere, count: all }, ...sections];
  return (
    <nav class="filter" aria-label={texts.bySection}>
      <ul>
        {choices.map(({ number, title, count }) => (
          <li key={number}>
            <a
              href={addressOf(locale, { q: query, section: number })}
              aria-current={number === section ? 'true' : undefined}
            >
              {title} <span>{count}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Hits({ hits, inner }: { hits: readonly FoundHit[]; inner?: boolean }) {
  const Heading = inner ? 'h3' : 'h2';
  if (hits.length === 0) return null;
  return (
    <ol class="hits">
      {hits.map(({ number, title, url, section, snippet, marks, titleMarks }) => (
        <li key={url} id={`hit-${number}`}>
          <Heading>
            <a href={url}>
              <Marked text={title} marks={titleMarks} />
            </a>
          </Heading>
          <p class="where">{section}</p>
          <p>
            <Marked text={snippet} marks={marks} />
          </p>
        </li>
      ))}
    </ol>
  );
}

/** `at`: the hit to go to. */
type Asked = { q: string; section?: number | null; show?: number; at?: number | undefined };

function addressOf(locale: Locale, { q, section, show, at }: Asked): string {
  const query = new URLSearchParams({
    q,
    ...(section && { section: `${section}` }),
    ...(show && { show: `${show}` }),
  });
  return `/help/${locale}/search?${query}${at === undefined ? '' : `#hit-${at}`}`;
}
