import type { KnowledgePlace } from '../../../model/knowledge-route';
import { ArticleFinder } from './article-finder';

/** The articles of the knowledge base: the way to each of them. */
export function ArticlesSection(_props: { place: KnowledgePlace }) {
  return <ArticleFinder />;
}
