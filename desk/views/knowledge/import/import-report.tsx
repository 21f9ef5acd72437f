import type {
  ImportRemark,
  TransferReport,
  TransferredArticle,
} from '@beseda/shared/protocol/article-transfer';
import { useEffect, useRef, useState } from 'preact/hooks';
import { KnowledgeLink } from '../knowledge-link';
import { useImportWords } from './use-import-words';

const OUTCOMES: readonly TransferredArticle['outcome'][] = [
  'skipped',
  'conflict',
  'created',
  'updated',
  'unchanged',
];
const FIRST = 50;

/** What would become of the files, or has. */
export function ImportReport({ report }: { report: TransferReport }) {
  const words = useImportWords();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const { dryRun, articles, created, updated, redirects, files, snippets, remarks } = report;
  const more = report.more + report.moreArticles;
  const left = remarks.filter(({ skipped }) => skipped);
  const taken = remarks.filter(({ skipped }) => !skipped);
  return (
    <section class="kb-import-report" aria-labelledby="kb-import-told">
      <h4 id="kb-import-told" tabIndex={-1} ref={title}>
        {dryRun ? words.tried : words.done}
      </h4>
      <p class="settings-facts">
        <span>{words.is(words.sources[report.from])}</span>
        {files > 0 && <span>{words.filesKept(files)}</span>}
        {snippets > 0 && <span>{words.snippets(snippets)}</span>}
        {redirects > 0 && <span>{words.redirects(redirects)}</span>}
      </p>
      {created + updated + redirects + snippets === 0 && <p>{words.nothing}</p>}
      {left.length > 0 && <Remarks title={words.left(left.length)} remarks={left} open />}
      {OUTCOMES.map((outcome) => {
        const own = articles.filter((one) => one.outcome === outcome);
        if (own.length === 0) return null;
        const name = words.outcomes[outcome][dryRun ? 'tried' : 'done'];
        return (
          <Group
            key={outcome}
            title={words.count(name, countOf(report, outcome) ?? own.length)}
            open={outcome !== 'unchanged'}
            rows={own}
          >
            {(one) => <ArticleLine key={`${one.locale} ${one.number}`} one={one} dryRun={dryRun} />}
          </Group>
        );
      })}
      {taken.length > 0 && <Remarks title={words.remarks(taken.length)} remarks={taken} open={false} />}
      {more > 0 && <p class="soft">{words.more(more)}</p>}
    </section>
  );
}

/** The list may be cut; these are counted before. */
function countOf(report: TransferReport, outcome: TransferredArticle['outcome']): number | null {
  return outcome === 'created' || outcome === 'updated' || outcome === 'unchanged' ? report[outcome] : null;
}

function ArticleLine({ one, dryRun }: { one: TransferredArticle; dryRun: boolean }) {
  const words = useImportWords();
  const { number, locale, title, outcome, draft } = one;
  // A trial stores nothing, and what was not taken may not be here at all.
  const isHere = outcome === 'unchanged' || outcome === 'updated' || outcome === 'conflict';
  const place = { section: 'articles', rest: [String(number), locale], query: '' } as const;
  return (
    <li class="settings-row">
      {isHere || (outcome === 'created' && !dryRun) ? (
        <KnowledgeLink to={place}>{title}</KnowledgeLink>
      ) : (
        <strong>{title}</strong>
      )}
      <span>{words.languages[locale]}</span>
      {draft && <span>{words.draft}</span>}
    </li>
  );
}

function Remarks(props: { title: string; remarks: readonly ImportRemark[]; open: boolean }) {
  const words = useImportWords();
  return (
    <Group title={props.title} rows={props.remarks} open={props.open}>
      {({ file, line, id, reason }, at) => (
        <li key={at} class="settings-change">
          <code>{file}</code>
          {line !== null && line > 1 && `, ${words.line(line)}`}
          {id !== null && ` (${id})`}: {words.reason(reason)}
        </li>
      )}
    </Group>
  );
}

function Group<T>(props: {
  title: string;
  open: boolean;
  rows: readonly T[];
  children: (row: T, at: number) => preact.ComponentChild;
}) {
  const words = useImportWords();
  const [all, setAll] = useState(false);
  const shown = all ? props.rows : props.rows.slice(0, FIRST);
  return (
    <details open={props.open} class="kb-import-group">
      <summary>{props.title}</summary>
      <ul class="settings-list">{shown.map(props.children)}</ul>
      {shown.length < props.rows.length && (
        <button type="button" class="button small" onClick={() => setAll(true)}>
          {words.showAll(props.rows.length)}
        </button>
      )}
    </details>
  );
}
