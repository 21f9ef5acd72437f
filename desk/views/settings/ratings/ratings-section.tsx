import '../../../css/ratings.css';
import { RATING_GROUPS, type RatingGroup, type RatingReport } from '@beseda/shared/protocol/ratings';
import { useState } from 'preact/hooks';
import { LoadedPart } from '../loaded-part';
import { useLoaded } from '../use-loaded';
import { useWords } from '../use-words';
import { RatedTickets } from './rated-tickets';
import { RatingTable } from './rating-table';
import { useRatingWords } from './use-rating-words';

const DAY_MS = 86_400_000;
const PERIODS = [7, 30, 90, 365] as const;

/** How people say they were helped, in numbers and in their words. */
export function RatingsSection() {
  const { sections } = useWords();
  const words = useRatingWords();
  const [days, setDays] = useState<number>(30);
  const [by, setBy] = useState<RatingGroup>('agent');
  return (
    <section aria-labelledby="settings-title">
      <h3 id="settings-title">{sections.ratings}</h3>
      <div class="rating-choices">
        <label class="field">
          <span>{words.period}</span>
          <select class="input" value={days} onChange={(event) => setDays(Number(event.currentTarget.value))}>
            {PERIODS.map((count) => (
              <option key={count} value={count} selected={count === days}>
                {count === 365 ? words.year : words.days(count)}
              </option>
            ))}
          </select>
        </label>
        <label class="field">
          <span>{words.by}</span>
          <select
            class="input"
            value={by}
            onChange={(event) => setBy(event.currentTarget.value as RatingGroup)}
          >
            {RATING_GROUPS.map((group) => (
              <option key={group} value={group} selected={group === by}>
                {words.groups[group]}
              </option>
            ))}
          </select>
        </label>
      </div>
      <Report key={`${days} ${by}`} days={days} by={by} />
      <RatedTickets />
    </section>
  );
}

function Report({ days, by }: { days: number; by: RatingGroup }) {
  const from = new Date(Date.now() - (days - 1) * DAY_MS).toISOString().slice(0, 10);
  const { loaded, reload } = useLoaded<RatingReport>(`/ratings/report?by=${by}&from=${from}`);
  return (
    <LoadedPart loaded={loaded} reload={reload}>
      {(report) => <RatingTable report={report} by={by} />}
    </LoadedPart>
  );
}
