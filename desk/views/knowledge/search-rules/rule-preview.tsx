import type { Locale } from '@beseda/shared/domain/words';
import type { ArticleHit } from '@beseda/shared/protocol/http';
import type { SearchRuleSet, SearchRulesPreview } from '@beseda/shared/protocol/search-rules';
import { useEffect, useState } from 'preact/hooks';
import { useDesk } from '../../contexts';
import { useRuleWords } from './use-rule-words';

const PAUSE_MS = 250;

/** What a query finds now, and with the rules as they are typed. */
export function RulePreview(props: { locale: Locale; rules: SearchRuleSet; query: string }) {
  const { locale, rules } = props;
  const words = useRuleWords();
  const { http } = useDesk();
  const [query, setQuery] = useState(props.query);
  const [preview, setPreview] = useState<SearchRulesPreview | null>(null);
  const body = JSON.stringify({ ...rules, q: query });
  useEffect(() => {
    const over = new AbortController();
    const timer = setTimeout(() => {
      const path = `/kb/search-rules/${locale}/preview`;
      void http<SearchRulesPreview>('POST', path, JSON.parse(body), over).then((ack) => {
        if (!over.signal.aborted && ack.ok) setPreview(ack.data);
      });
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      over.abort();
    };
  }, [locale, body]);
  return (
    <aside class="rule-preview" aria-label={words.test}>
      <label class="field">
        <span>{words.test}</span>
        <input
          class="input"
          type="search"
          value={query}
          onInput={(event) => setQuery(event.currentTarget.value)}
        />
        <small class="soft">{words.testHint}</small>
      </label>
      {preview && query.trim() !== '' && (
        <div class="rule-hits" aria-live="polite">
          <HitList title={words.now} hits={preview.before} lang={locale} />
          <HitList title={words.later} hits={preview.after} lang={locale} />
        </div>
      )}
      {preview && preview.problems.length > 0 && (
        <ul class="rule-problems">
          {preview.problems.map(({ code, what }) => (
            <li key={`${code} ${what}`}>{words.problems[code](what)}</li>
          ))}
        </ul>
      )}
    </aside>
  );
}

function HitList({ title, hits, lang }: { title: string; hits: readonly ArticleHit[]; lang: Locale }) {
  const words = useRuleWords();
  return (
    <section aria-label={title}>
      <h4>{title}</h4>
      {hits.length === 0 ? (
        <p class="soft">{words.nothing}</p>
      ) : (
        <ol>
          {hits.map(({ number, title: name, url }) => (
            <li key={number}>
              <a href={url} target="_blank" rel="noopener" lang={lang}>
                {name}
              </a>{' '}
              <span class="soft">№ {number}</span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
