import type { KnowledgePlace } from '../../../model/knowledge-route';
import { TreePage } from './tree/tree-page';

/** The articles of the knowledge base: the way to each of them. */
export function ArticlesSection(_props: { place: KnowledgePlace }) {
  return <TreePage />;
}
