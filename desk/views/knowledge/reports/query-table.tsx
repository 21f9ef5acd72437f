import type { QueryReport, QueryReportKind, QueryReportRow } from '@beseda/shared/protocol/searches';
import { useState } from 'preact/hooks';
import { ticketUrl } from '../../../model/route';
import { useActions, useDesk } from '../../contexts';
import { followInside } from '../../follow-inside';
import { LoadedPart } from '../../settings/loaded-part';
import { useLoaded } from '../../settings/use-loaded';
import { StateMessage } from '../../state-message';
import { KnowledgeLink } from '../knowledge-link';
import { useKbWords } from '../use-kb-words';
import { useReportWords } from './use-report-words';

export function QueryTable({ path, about }: { path: string; about: QueryReportKind }) {
  const words = useReportWords();
  const { loaded, reload } = useLoaded<QueryReport>(path);
  return (
    <LoadedPart loaded={loaded} reload={reload}>
      {({ results }) =>
        results.length === 0 ? (
          <StateMessage title={words.nothing[about]} />
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
                  <th scope="col">{words.query}</th>
                  <th scope="col">{words.people}</th>
                  <th scope="col">{words.asked}</th>
                  {about === 'refused' && <th scope="col">{words.refused}</th>}
                  <th scope="col">{words.action}</th>
                </tr>
              </thead>
              <tbody>
                {results.map((row) => (
                  <Row key={`${row.locale} ${row.query}`} row={row} about={about} />
                ))}
              </tbody>
            </table>
          </div>
        )
      }
    </LoadedPart>
  );
}

function Row({ row, about }: { row: QueryReportRow; about: QueryReportKind }) {
  const words = useReportWords();
  const actions = useActions();
  const { query, locale, people, asked, refused, tickets, shown } = row;
  return (
    <tr>
      <th scope="row">
        <span lang={locale}>{query}</span>
        {shown.length > 0 && (
          <span class="report-under">
            {words.shown}:{' '}
            {shown.map(({ number, title, url }, at) => (
              <span key={number}>
                {at > 0 && ', '}
                <a href={url} target="_blank" rel="noopener" lang={locale}>
                  {title}
                </a>
              </span>
            ))}
          </span>
        )}
        {tickets.length > 0 && (
          <span class="report-under">
            {words.tickets}:{' '}
            {tickets.map((number) => (
              <a
                key={number}
                href={ticketUrl(number)}
                onClick={(event) => followInside(event, () => actions.go({ view: 'all', number }))}
              >
                #{number}{' '}
              </a>
            ))}
          </span>
        )}
      </th>
      <td data-name={words.people}>{people}</td>
      <td data-name={words.asked} data-bad={asked > 0}>
        {asked}
      </td>
      {about === 'refused' && <td data-name={words.refused}>{refused}</td>}
      <td>
        <div class="report-actions">
          <MakeArticle query={query} locale={locale} />
          <RuleLinks query={query} locale={locale} />
        </div>
      </td>
    </tr>
  );
}

/** A draft whose title is the query. */
function MakeArticle({ query, locale }: Pick<QueryReportRow, 'query' | 'locale'>) {
  const words = useReportWords();
  const { why } = useKbWords();
  const { http } = useDesk();
  const [made, setMade] = useState<number | null>(null);
  const [problem, setProblem] = useState('');
  const make = async () => {
    const given = { locale, title: titleOf(query), source: { query } };
    const ack = await http<{ number: number }>('POST', '/kb/articles', given);
    if (ack.ok) setMade(ack.data.number);
    setProblem(ack.ok ? '' : why(ack.code));
  };
  if (made !== null) {
    const to = { section: 'articles', rest: [String(made), locale], query: '' } as const;
    return (
      <span role="status">
        <KnowledgeLink to={to}>{words.made(made)}</KnowledgeLink>
      </span>
    );
  }
  return (
    <>
      <button
        type="button"
        class="button"
        aria-label={`${words.makeArticle}: ${query}`}
        onClick={() => void make()}
      >
        {words.makeArticle}
      </button>
      <span role="status">{problem}</span>
    </>
  );
}

/** To the rules of the search, with a line begun there. */
function RuleLinks({ query, locale }: Pick<QueryReportRow, 'query' | 'locale'>) {
  const words = useReportWords();
  return (
    <>
      {(['synonym', 'pin'] as const).map((name) => (
        <KnowledgeLink
          key={name}
          to={{
            section: 'search-rules',
            rest: [locale],
            query: String(new URLSearchParams({ [name]: query })),
          }}
        >
          {words[name]}
        </KnowledgeLink>
      ))}
    </>
  );
}

const titleOf = (query: string) => query.charAt(0).toUpperCase() + query.slice(1);
