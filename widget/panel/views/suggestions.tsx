import type { FoundHit } from '@beseda/shared/domain/page-data';
import type { Panel } from '../model/panel';
import { Marked } from './marked';

/** Articles under the field; arrows move between them, and up from the first one back to the field. */
export function Suggestions({ panel }: { panel: Panel }) {
  const { hits, texts } = panel.state;
  if (!hits.results[0]) return null;
  return (
    <section class="hits">
      <h2>{hits.kind === 'page' ? texts.forPage : texts.found}</h2>
      <Hits hits={hits.results} onOpen={(number) => panel.openArticle(number)} />
    </section>
  );
}

/** A row stays what it is when its article changes: the focus that stands on it is not lost. */
export const Hits = ({ hits, onOpen }: { hits: readonly FoundHit[]; onOpen: (number: number) => void }) =>
  hits.map(({ number, title, titleMarks, snippet, marks }, row) => (
    <button key={row} type="button" class="hit" data-step onClick={() => onOpen(number)}>
      <b>
        <Marked text={title} marks={titleMarks} />
      </b>
      <span>
        <Marked text={snippet} marks={marks} />
      </span>
    </button>
  ));
