import type { AuditRow } from '@beseda/shared/protocol/admin';
import { Time } from '@beseda/shared/ui/time';
import { useNow } from '../../../hooks/use-now';
import { useTexts } from '../../contexts';
import { PagedList } from '../paged-list';
import { usePages } from '../use-pages';
import { useWords } from '../use-words';

/** Who changed what, newest first. `object`: a kind, or one object as `company:ID`; '' is everything. */
export function HistoryList({ object }: { object: string }) {
  return <ChangeList path="/audit" params={object === '' ? {} : { object }} />;
}

/** The same from anywhere that lists changes. */
export function ChangeList({ path, params = {} }: { path: string; params?: Record<string, string> }) {
  const words = useWords();
  const pages = usePages<AuditRow>(path, params);
  return (
    <PagedList label={words.sections.history} pages={pages} empty={words.history.nothing}>
      {(row) => <Row key={row.id} row={row} />}
    </PagedList>
  );
}

function Row({ row }: { row: AuditRow }) {
  const { locale } = useTexts();
  const words = useWords();
  const now = useNow();
  return (
    <li class="settings-change">
      <p>
        <strong>
          {words.kinds[row.object.kind]}: {row.object.name}
        </strong>{' '}
        {words.actions[row.action]}
      </p>
      <p class="soft">
        {row.agent?.name ?? words.history.operator} · <Time at={row.at} now={now} locale={locale} focusable />
      </p>
      {row.action !== 'deleted' && (
        <ul>
          {Object.entries(row.changes).map(([field, { from, to }]) => (
            <li key={field}>
              {words.fieldOf(field, row.object.kind)}:{' '}
              {row.action === 'changed' && <del>{show(from, field)}</del>} <ins>{show(to, field)}</ins>
            </li>
          ))}
        </ul>
      )}
    </li>
  );

  function show(value: unknown, field: string): string {
    if (value === null || value === '') return words.none;
    if (typeof value === 'boolean') return value ? words.yes : words.no;
    if (Array.isArray(value) && value.every((one) => typeof one === 'string'))
      return value.join(', ') || words.none;
    return typeof value === 'string' ? words.valueOf(value, field) : JSON.stringify(value);
  }
}
