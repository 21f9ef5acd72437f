import '../../css/settings.css';
import '../../css/knowledge.css';
import type { ComponentType } from 'preact';
import {
  formatKnowledge,
  KNOWLEDGE_SECTIONS,
  type KnowledgePlace,
  type KnowledgeSection,
  knowledgeHome,
} from '../../model/knowledge-route';
import { AreaPage } from '../area-page';
import { useDesk, useTexts } from '../contexts';
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
  const { agent } = useDesk();
  const words = useKbWords();
  const shown = KNOWLEDGE_SECTIONS.filter((one) => agent.role === 'admin' || !FOR_ADMINS.has(one));
  const links = shown.map((section) => (
    <KnowledgeLink key={section} class="view" to={knowledgeHome(section)} current={place.section === section}>
      <span>{words.sections[section]}</span>
      {section === 'checks' && <CheckCount place={formatKnowledge(place)} />}
    </KnowledgeLink>
  ));
  return (
    <AreaPage name={texts.menu.knowledge} back={words.toTickets} section={place.section} links={links}>
      <div class="settings-body knowledge-body" key={formatKnowledge({ ...place, query: '' })}>
        <LazyPart load={LOADERS[place.section]} given={{ place }} />
      </div>
    </AreaPage>
  );
}
