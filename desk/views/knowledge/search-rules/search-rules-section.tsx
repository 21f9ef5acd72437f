import '../../../css/kb-rules.css';
import { LOCALES, type Locale } from '@beseda/shared/domain/words';
import type { SearchRulesPage } from '@beseda/shared/protocol/search-rules';
import type { KnowledgePlace } from '../../../model/knowledge-route';
import { useActions } from '../../contexts';
import { LoadedPart } from '../../settings/loaded-part';
import { useLoaded } from '../../settings/use-loaded';
import { RuleForm } from './rule-form';
import { useRuleWords } from './use-rule-words';

/** Synonyms, stop words and pinned results of a language. The address may begin a synonym or a pin. */
export function SearchRulesSection({ place }: { place: KnowledgePlace }) {
  const words = useRuleWords();
  const actions = useActions();
  const locale: Locale = LOCALES.find((one) => one === place.rest[0]) ?? 'ru';
  const { loaded, reload, show } = useLoaded<SearchRulesPage>(`/kb/search-rules/${locale}`);
  const given = new URLSearchParams(place.query);
  const begun = { synonym: given.get('synonym'), pin: given.get('pin') };
  const choose = (next: string) =>
    actions.go({ knowledge: { section: 'search-rules', rest: [next], query: '' } });
  return (
    <section aria-labelledby="rules-title">
      <h3 id="rules-title">{words.title}</h3>
      <p class="soft">{words.about}</p>
      <label class="field settings-filter">
        <span>{words.language}</span>
        <select class="input" value={locale} onChange={(event) => choose(event.currentTarget.value)}>
          {LOCALES.map((one) => (
            <option key={one} value={one} selected={one === locale}>
              {words.languages[one]}
            </option>
          ))}
        </select>
      </label>
      <LoadedPart loaded={loaded} reload={reload}>
        {(page) => <RuleForm key={page.revision} locale={locale} page={page} begun={begun} onSaved={show} />}
      </LoadedPart>
    </section>
  );
}
