import { useTexts } from '../../../contexts';
import { KnowledgeLink } from '../../knowledge-link';
import { useTreeWords } from './use-tree-words';

/** What stands over the tree: search, a new article or heading, and folding. */
export function TreeTools(props: {
  query: string;
  onQuery: (query: string) => void;
  /** How many articles fit the query. */
  found: number;
  folded: boolean;
  onFold: () => void;
  onCategory: () => void;
  onSection: () => void;
}) {
  const words = useTreeWords();
  const { locale } = useTexts();
  const { query, found } = props;
  const isAsked = query.trim() !== '';
  return (
    <>
      <div class="settings-tools">
        <input
          class="input"
          type="search"
          aria-label={words.search}
          placeholder={words.search}
          value={query}
          maxLength={200}
          onInput={(event) => props.onQuery(event.currentTarget.value)}
        />
        <KnowledgeLink class="button primary" to={{ section: 'articles', rest: ['new', locale], query: '' }}>
          {words.newArticle}
        </KnowledgeLink>
        <button type="button" class="button" onClick={props.onCategory}>
          {words.newCategory}
        </button>
        <button type="button" class="button" onClick={props.onSection}>
          {words.newSection}
        </button>
      </div>
      <div class="settings-tools kb-under">
        <button type="button" class="button small" disabled={isAsked} onClick={props.onFold}>
          {props.folded ? words.unfold : words.fold}
        </button>
        <span class="soft" role="status">
          {isAsked && found > 0 && words.found(found)}
        </span>
      </div>
    </>
  );
}
