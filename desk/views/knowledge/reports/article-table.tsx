import type { ArticleReport, ArticleReportRow } from '@beseda/shared/protocol/searches';
import { LoadedPart } from '../../settings/loaded-part';
import { useLoaded } from '../../settings/use-loaded';
import { StateMessage } from '../../state-message';
import { Share } from './share';
import { useReportWords } from './use-report-words';

type About = 'deflecting' | 'tickets';

/** What each report stands by; nothing of it, and an article is left out. */
const WEIGHT: Record<About, (row: ArticleReportRow) => number> = {
  deflecting: ({ helped }) => helped,
  tickets: ({ asked, passed }) => 3 * asked + passed,
};

export function ArticleTable({ path, about }: { path: string; about: About }) {
  const words = useReportWords();
  const { loaded, reload } = useLoaded<ArticleReport>(path);
  return (
    <LoadedPart loaded={loaded} reload={reload}>
      {({ results }) => {
        const weigh = WEIGHT[about];
        const rows = results.filter((row) => weigh(row) > 0).sort((a, b) => weigh(b) - weigh(a));
        if (rows.length === 0) return <StateMessage title={words.nothing.articles} />;
        return <Table rows={rows} about={about} />;
      }}
    </LoadedPart>
  );
}

function Table({ rows, about }: { rows: readonly ArticleReportRow[]; about: About }) {
  const words = useReportWords();
  const heads = {
    deflecting: [words.times, words.opened, words.helped, words.share],
    tickets: [words.times, words.opened, words.askedAfter, words.passed, words.share],
  }[about];
  return (
    <div class="rating-table report-table" tabIndex={0} role="region" aria-label={words.table}>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.article}</th>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.locale} ${row.number}`}>
              <th scope="row">
                <a href={row.url} target="_blank" rel="noopener" lang={row.locale}>
                  {row.title}
                </a>
              </th>
              <Counts row={row} about={about} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Counts({ row, about }: { row: ArticleReportRow; about: About }) {
  const { shown, opened, helped, asked, passed } = row;
  return (
    <>
      <td>{shown}</td>
      <td>{opened}</td>
      {about === 'deflecting' ? (
        <td>{helped}</td>
      ) : (
        <>
          <td data-bad={asked > 0}>{asked}</td>
          <td>{passed}</td>
        </>
      )}
      <Share part={about === 'deflecting' ? helped : asked} whole={opened} />
    </>
  );
}
