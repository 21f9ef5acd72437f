import type { VoteReport, VoteReportRow } from '@beseda/shared/protocol/searches';
import { useTexts } from '../../contexts';
import { LoadedPart } from '../../settings/loaded-part';
import { useLoaded } from '../../settings/use-loaded';
import { StateMessage } from '../../state-message';
import { Share } from './share';
import { useReportWords } from './use-report-words';

/** How articles were voted on, with why they did not help and what readers said of it. */
export function VoteTable({ path }: { path: string }) {
  const words = useReportWords();
  const { loaded, reload } = useLoaded<VoteReport>(path);
  return (
    <LoadedPart loaded={loaded} reload={reload}>
      {({ results }) =>
        results.length === 0 ? (
          <StateMessage title={words.nothing.articles} />
        ) : (
          <div
            class="rating-table report-table report-queries"
            tabIndex={0}
            role="region"
            aria-label={words.table}
          >
            <table>
              <thead>
                <tr>
                  <th scope="col">{words.article}</th>
                  <th scope="col">{words.yes}</th>
                  <th scope="col">{words.no}</th>
                  <th scope="col">{words.share}</th>
                </tr>
              </thead>
              <tbody>
                {results.map((row) => (
                  <Row key={`${row.locale} ${row.number}`} row={row} />
                ))}
              </tbody>
            </table>
          </div>
        )
      }
    </LoadedPart>
  );
}

function Row({ row }: { row: VoteReportRow }) {
  const words = useReportWords();
  const { locale, title, url, yes, no, reasons } = row;
  return (
    <tr>
      <th scope="row">
        <a href={url} target="_blank" rel="noopener" lang={locale}>
          {title}
        </a>
        {reasons.length > 0 && (
          <span class="report-under">
            {reasons.map(({ reason, count }) => `${words.reasons[reason]}: ${count}`).join(' · ')}
          </span>
        )}
        <Comments row={row} />
      </th>
      <td data-name={words.yes}>{yes}</td>
      <td data-name={words.no} data-bad={no > yes}>
        {no}
      </td>
      <Share part={yes} whole={yes + no} name={words.share} />
    </tr>
  );
}

function Comments({ row: { comments, locale } }: { row: VoteReportRow }) {
  const words = useReportWords();
  const day = new Intl.DateTimeFormat(useTexts().locale, { dateStyle: 'medium' });
  if (comments.length === 0) return null;
  return (
    <details class="report-under">
      <summary>{words.comments(comments.length)}</summary>
      <ul class="report-comments">
        {comments.map(({ text, reason, at }) => (
          <li key={`${at} ${text}`}>
            <q lang={locale}>{text}</q>{' '}
            <span>
              {[...(reason === null ? [] : [words.reasons[reason]]), day.format(new Date(at))].join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
