import type { KnowledgePlace } from '../../../model/knowledge-route';
import { LazyPart } from '../../lazy-part';
import { TreePage } from './tree/tree-page';

const loadEditor = () => import('./editor/editor-section').then((file) => file.EditorSection);

/** The articles of the knowledge base: the way to each of them, and writing one. */
export function ArticlesSection({ place: { rest, query } }: { place: KnowledgePlace }) {
  return rest.length === 0 ? <TreePage /> : <LazyPart load={loadEditor} given={{ rest, query }} />;
}
