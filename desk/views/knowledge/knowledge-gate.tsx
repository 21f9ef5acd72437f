import type { KnowledgePlace } from '../../model/knowledge-route';
import { LazyPart } from '../lazy-part';

const loadPage = () => import('./knowledge-page').then(({ KnowledgePage }) => KnowledgePage);

/** Fetches the knowledge base's area when somebody opens it. */
export function KnowledgeGate({ place }: { place: KnowledgePlace }) {
  return (
    <main class="settings" id="ticket">
      <LazyPart load={loadPage} given={{ place }} />
    </main>
  );
}
