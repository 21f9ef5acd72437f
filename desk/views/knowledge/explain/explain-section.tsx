import '../../../css/ratings.css';
import '../../../css/kb-explain.css';
import type { SearchExplanation } from '@beseda/shared/protocol/search-explanation';
import type { KnowledgePlace } from '../../../model/knowledge-route';
import { useActions } from '../../contexts';
import { LoadedPart } from '../../settings/loaded-part';
import { useLoaded } from '../../settings/use-loaded';
import { StateMessage } from '../../state-message';
import { ExplainForm } from './explain-form';
import { ExplainedArticles } from './explained-articles';
import { ExplainedQuery } from './explained-query';
import { useExplainWords } from './use-explain-words';

/** Why a query finds what it finds. The address holds the query and who asks it. */
export function ExplainSection({ place }: { place: KnowledgePlace }) {
  const words = useExplainWords();
  const actions = useActions();
  const asked = new URLSearchParams(place.query);
  if (!asked.has('locale')) asked.set('locale', 'ru');
  const ask = (params: URLSearchParams) =>
    actions.go({ knowledge: { section: 'explain', rest: [], query: `${params}` } });
  return (
    <section aria-labelledby="explain-title">
      <h3 id="explain-title">{words.title}</h3>
      <p class="soft">{words.about}</p>
      <ExplainForm key={`${asked}`} asked={asked} onAsk={ask} />
      {(asked.get('q') ?? '').trim() === '' ? (
        <StateMessage title={words.begin} hint={words.beginHint} />
      ) : (
        <ExplainedSearch key={`answer ${asked}`} asked={asked} />
      )}
    </section>
  );
}

function ExplainedSearch({ asked }: { asked: URLSearchParams }) {
  const { loaded, reload } = useLoaded<SearchExplanation>(`/kb/explain?${asked}`);
  const lang = asked.get('locale') ?? 'ru';
  return (
    <LoadedPart loaded={loaded} reload={reload}>
      {(why) => (
        <>
          <ExplainedQuery why={why} lang={lang} />
          <ExplainedArticles why={why} lang={lang} />
        </>
      )}
    </LoadedPart>
  );
}
