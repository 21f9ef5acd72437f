import type { RatingCount, RatingGroup, RatingReport } from '@beseda/shared/protocol/ratings';
import { useTexts } from '../../contexts';
import { StateMessage } from '../../state-message';
import { useRatingWords } from './use-rating-words';

export function RatingTable({ report, by }: { report: RatingReport; by: RatingGroup }) {
  const { locale } = useTexts();
  const words = useRatingWords();
  if (report.results.length === 0) return <StateMessage title={words.nothing} />;
  return (
    <div class="rating-table" tabIndex={0} role="region" aria-label={words.table}>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.heads[by]}</th>
            <th scope="col">{words.share}</th>
            <th scope="col">{words.good}</th>
            <th scope="col">{words.bad}</th>
            <th scope="col">{words.declined}</th>
          </tr>
        </thead>
        <tbody>
          {report.results.map((row) => (
            <tr key={row.key}>
              <th scope="row">{row.name ?? nameOf(row.key)}</th>
              <Counts of={row} />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{words.total}</th>
            <Counts of={report.total} />
          </tr>
        </tfoot>
      </table>
    </div>
  );

  /** Of a week or a month: its first day. */
  function nameOf(key: string | null): string {
    if (key === null) return words.nobody;
    const options: Intl.DateTimeFormatOptions =
      by === 'month' ? { month: 'long', year: 'numeric' } : { day: 'numeric', month: 'long' };
    return new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(new Date(key));
  }
}

function Counts({ of: { share, good, bad, declined } }: { of: RatingCount }) {
  const { locale } = useTexts();
  const percent = new Intl.NumberFormat(locale, { style: 'percent' });
  return (
    <>
      <td>{share === null ? '—' : percent.format(share)}</td>
      <td>{good}</td>
      <td data-bad={bad > 0}>{bad}</td>
      <td>{declined}</td>
    </>
  );
}
