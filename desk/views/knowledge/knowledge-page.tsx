import '../../css/settings.css';
import '../../css/knowledge.css';
import type { ComponentType } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import {
  formatKnowledge,
  KNOWLEDGE_SECTIONS,
  type KnowledgePlace,
  type KnowledgeSection,
  knowledgeHome,
} from '../../model/knowledge-route';
import { useActions, useDesk, useTexts } from '../contexts';
import { Icon } from '../icons';
import { LazyPart } from '../lazy-part';
import { CheckCount } from './check-count';
import { KnowledgeLink } from './knowledge-link';
import { useKbWords } from './use-kb-words';

type Section = ComponentType<{ place: KnowledgePlace }>;

/** Each section is fetched when it is opened; one line here and its name in the locale files make a new one. */
const LOADERS: Record<KnowledgeSection, () => Promise<Section>> = {
  articles: () => import('./articles/articles-section').then((file) => file.ArticlesSection),
  snippets: () => import('./snippets/snippets-section').then((file) => file.SnippetsSection),
  reports: () => import('./reports/reports-section').then((file) => file.ReportsSection),
  'search-rules': () => import('./search-rules/search-rules-section').then((file) => file.SearchRulesSection),
  checks: () => import('./checks/checks-section').then((file) => file.ChecksSection),
  explain: () => import('./explain/explain-section').then((file) => file.ExplainSection),
  comments: () => import('./comments/comments-section').then((file) => file.CommentsSection),
  import: () => import('./import/import-section').then((file) => file.ImportSection),
};

const FOR_ADMINS: ReadonlySet<KnowledgeSection> = new Set(['import']);

/** The knowledge base in the desk: its sections, and the one that is open. */
export function KnowledgePage({ place }: { place: KnowledgePlace }) {
  const { texts } = useTexts();
  const actions = useActions();
  const { agent } = useDesk();
  const words = useKbWords();
  const shown = KNOWLEDGE_SECTIONS.filter((one) => agent.role === 'admin' || !FOR_ADMINS.has(one));
  const nav = useRef<HTMLElement>(null);
  // On a phone the sections are a row that is wider than the screen.
  useLayoutEffect(() => {
    const open = nav.current?.querySelector('[aria-current]');
    open?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [place.section]);
  return (
    <>
      <header class="settings-head">
        <button
          type="button"
          class="icon-button"
          aria-label={words.toTickets}
          title={`${words.toTickets} (Esc)`}
          onClick={() => actions.go({})}
        >
          <Icon name="back" />
        </button>
        <h2>{texts.menu.knowledge}</h2>
      </header>
      <nav ref={nav} class="settings-nav" aria-label={texts.menu.knowledge}>
        {shown.map((section) => (
          <KnowledgeLink
            key={section}
            class="view"
            to={knowledgeHome(section)}
            current={place.section === section}
          >
            <span>{words.sections[section]}</span>
            {section === 'checks' && <CheckCount place={formatKnowledge(place)} />}
          </KnowledgeLink>
        ))}
      </nav>
      <div class="settings-body knowledge-body" key={formatKnowledge({ ...place, query: '' })}>
        <LazyPart load={LOADERS[place.section]} given={{ place }} />
      </div>
    </>
  );
}
