import type { RatedTicket } from '@beseda/shared/protocol/ratings';
import { Time } from '@beseda/shared/ui/time';
import { useState } from 'preact/hooks';
import { useNow } from '../../../hooks/use-now';
import { ticketUrl } from '../../../model/route';
import { useActions, useTexts } from '../../contexts';
import { followInside } from '../../follow-inside';
import { PagedList } from '../paged-list';
import { usePages } from '../use-pages';
import { useRatingWords } from './use-rating-words';

const FILTERS = ['all', 'bad', 'good'] as const;

/** The latest, with what was said and the way to the ticket. */
export function RatedTickets() {
  const words = useRatingWords();
  const [filter, setFilter] = useState<(typeof FILTERS)[number]>('all');
  const pages = usePages<RatedTicket>('/ratings', filter === 'all' ? {} : { score: filter });
  return (
    <>
      <h4>{words.last}</h4>
      <label class="field settings-filter">
        <span>{words.filter}</span>
        <select
          class="input"
          value={filter}
          onChange={(event) => setFilter(event.currentTarget.value as typeof filter)}
        >
          {FILTERS.map((one) => (
            <option key={one} value={one}>
              {words.filters[one]}
            </option>
          ))}
        </select>
      </label>
      <PagedList label={words.last} pages={pages} empty={words.noRatings}>
        {(row) => <Row key={row.ticket.number} row={row} />}
      </PagedList>
    </>
  );
}

function Row({ row }: { row: RatedTicket }) {
  const { texts, locale } = useTexts();
  const actions = useActions();
  const now = useNow();
  const { ticket, score, comment, requester, company, agent } = row;
  return (
    <li class="settings-change">
      <p>
        <strong class="rating" data-score={score}>
          {texts.rating.scores[score]}
        </strong>{' '}
        <a
          href={ticketUrl(ticket.number)}
          onClick={(event) => followInside(event, () => actions.go({ view: 'all', number: ticket.number }))}
        >
          #{ticket.number} {ticket.subject}
        </a>
      </p>
      {comment && <blockquote class="rating-comment">{comment}</blockquote>}
      <p class="soft">
        {[requester, company, agent].filter(Boolean).join(' · ')} ·{' '}
        <Time at={row.at} now={now} locale={locale} focusable />
      </p>
    </li>
  );
}
