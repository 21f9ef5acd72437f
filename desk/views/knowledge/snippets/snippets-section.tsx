import type { Snippet } from '@beseda/shared/protocol/knowledge';
import { type KnowledgePlace, knowledgeHome } from '../../../model/knowledge-route';
import { useActions } from '../../contexts';
import { LoadedPart } from '../../settings/loaded-part';
import { SectionHead } from '../../settings/section-head';
import { useLoaded } from '../../settings/use-loaded';
import { StateMessage } from '../../state-message';
import { KnowledgeLink } from '../knowledge-link';
import { useKbWords } from '../use-kb-words';
import { SnippetPage } from './snippet-page';
import { useSnippetWords } from './use-snippet-words';

const placeOf = (id: string): KnowledgePlace => ({ section: 'snippets', rest: [id], query: '' });

/** Pieces of text that many articles share. */
export function SnippetsSection({ place: { rest } }: { place: KnowledgePlace }) {
  const words = useSnippetWords();
  const [id] = rest;
  if (id === undefined) return <SnippetList />;
  return (
    <>
      <KnowledgeLink class="settings-up" to={knowledgeHome('snippets')}>
        {words.toList}
      </KnowledgeLink>
      <SnippetPage key={id} id={id === 'new' ? null : id} />
    </>
  );
}

function SnippetList() {
  const actions = useActions();
  const { sections } = useKbWords();
  const words = useSnippetWords();
  const { loaded, reload } = useLoaded<{ results: Snippet[] }>('/kb/snippets');
  return (
    <section aria-labelledby="settings-title">
      <SectionHead
        title={sections.snippets}
        create={words.create}
        onCreate={() => actions.go({ knowledge: placeOf('new') })}
      />
      <p class="soft">{words.hint}</p>
      <LoadedPart loaded={loaded} reload={reload}>
        {({ results }) =>
          results.length === 0 ? (
            <StateMessage title={words.nothing} />
          ) : (
            <ul class="settings-list" aria-label={sections.snippets}>
              {results.map((snippet) => (
                <li key={snippet.id}>
                  <KnowledgeLink class="settings-row" to={placeOf(snippet.id)}>
                    <strong>{snippet.title}</strong>
                    <span>{words.languages[snippet.locale]}</span>
                    <span>{words.uses(snippet.usedBy.length)}</span>
                  </KnowledgeLink>
                </li>
              ))}
            </ul>
          )
        }
      </LoadedPart>
    </section>
  );
}
