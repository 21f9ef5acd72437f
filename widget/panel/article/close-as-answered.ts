import { uuidv7 } from '@beseda/shared/domain/uuid';
import type { ArticleView } from '@beseda/shared/protocol/http';
import type { Panel } from '../model/panel';
import { EMPTY_DRAFT } from '../model/state';
import { laterTexts } from '../texts/later';
import { routeOf } from './load-article';

/** Long enough to think again; then the deflection is counted. */
const UNDO_MS = 6000;

/** «It helped»: the draft is put away, with a way back, and the article is counted as the answer. */
export function closeAsAnswered(panel: Panel, { number, locale }: ArticleView): void {
  const draft = panel.draft();
  const evidence = panel.evidence.take();
  const query = draft.text || undefined;
  const deflection = { clientId: uuidv7(), article: number, locale, evidence, query, route: routeOf(panel) };
  const done = new AbortController();
  const { signal } = done;

  function count(): void {
    if (signal.aborted) return;
    done.abort();
    panel.set({ notice: null });
    if (!panel.draft().text) panel.evidence.clear();
    void panel.http('POST', '/deflections', deflection);
  }
  function undo(): void {
    done.abort();
    panel.set({ notice: null });
    panel.write('new', { ...EMPTY_DRAFT, ...draft });
  }

  const timer = setTimeout(count, UNDO_MS);
  signal.addEventListener('abort', () => clearTimeout(timer));
  addEventListener('pagehide', count, { signal });
  panel.write('new', EMPTY_DRAFT);
  panel.set({
    screens: [{ name: 'ask' }],
    notice: { text: laterTexts(panel.state.locale).answered, undo },
  });
}
