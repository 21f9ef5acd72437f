import { LOCALES, type Locale } from '@beseda/shared/domain/words';
import type { ArticleHit } from '@beseda/shared/protocol/http';
import { useState } from 'preact/hooks';
import { useTexts } from '../../contexts';
import { LoadedPart } from '../../settings/loaded-part';
import { useLoaded } from '../../settings/use-loaded';
import { StateMessage } from '../../state-message';
import { useKbWords } from '../use-kb-words';

/** Finds articles by their words, those for agents included. */
export function ArticleFinder() {
  const { sections, list } = useKbWords();
  const [locale, setLocale] = useState<Locale>(useTexts().locale);
  const [query, setQuery] = useState('');
  const asked = query.trim();
  return (
    <section aria-labelledby="settings-title">
      <h3 id="settings-title">{sections.articles}</h3>
      <div class="settings-tools">
        <input
          class="input"
          type="search"
          aria-label={list.search}
          placeholder={list.search}
          value={query}
          maxLength={200}
          onInput={(event) => setQuery(event.currentTarget.value)}
        />
        <select
          class="input knowledge-language"
          aria-label={list.language}
          value={locale}
          onChange={(event) => setLocale(event.currentTarget.value === 'en' ? 'en' : 'ru')}
        >
          {LOCALES.map((name) => (
            <option key={name} value={name}>
              {list.languages[name]}
            </option>
          ))}
        </select>
      </div>
      {asked === '' ? <StateMessage title={list.hint} /> : <Hits query={asked} locale={locale} />}
    </section>
  );
}

function Hits({ query, locale }: { query: string; locale: Locale }) {
  const { sections, list } = useKbWords();
  const params = new URLSearchParams({ q: query, locale, limit: '20' });
  const { loaded, reload } = useLoaded<{ results: ArticleHit[] }>(`/articles/search?${params.toString()}`);
  return (
    <LoadedPart loaded={loaded} reload={reload}>
      {({ results }) =>
        results.length === 0 ? (
          <StateMessage title={list.nothing} />
        ) : (
          <ul class="settings-list" aria-label={sections.articles}>
            {results.map((hit) => (
              <li key={hit.number}>
                <a class="settings-row" href={hit.url} target="_blank" rel="noreferrer">
                  <strong>{hit.title}</strong>
                  <span>{hit.section}</span>
                </a>
              </li>
            ))}
          </ul>
        )
      }
    </LoadedPart>
  );
}
