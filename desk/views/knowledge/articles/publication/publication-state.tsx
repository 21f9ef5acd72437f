import type { Manuscript } from '@beseda/shared/protocol/kb';
import { exactTime } from '@beseda/shared/ui/time';
import { useTexts } from '../../../contexts';
import { TicketLink } from './ticket-link';
import { usePublicationWords } from './use-publication-words';

/** How the article stands: what readers see, what is on its way, and what kept it back. */
export function PublicationState(props: { manuscript: Manuscript; drafted: boolean }) {
  const words = usePublicationWords();
  const { locale } = useTexts();
  const { draft, published, mayPublish } = props.manuscript;
  return (
    <div class="kb-state">
      <p>
        {published
          ? words.state[props.drafted ? 'changed' : 'published'](published.version)
          : words.state.draft}
      </p>
      {draft?.review && <p>{words.state.review(draft.review.by?.name ?? words.somebody)}</p>}
      {draft?.schedule && <p>{words.state.scheduled(exactTime(draft.schedule.at, locale))}</p>}
      {draft?.source?.ticket !== undefined && <TicketLink number={draft.source.ticket} />}
      {props.drafted && !mayPublish && <p>{words.state.onlyAdmins}</p>}
      {draft?.publishProblem && (
        <p class="refused" role="alert">
          {words.problems[draft.publishProblem]}
        </p>
      )}
    </div>
  );
}
