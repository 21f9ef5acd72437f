import type { Locale } from '@beseda/shared/domain/words';
import { useMemo } from 'preact/hooks';
import { type ComparedRow, compareTexts, type TextPart } from '../../../../model/writing/compare-texts';
import { usePublicationWords } from './use-publication-words';

interface Compared {
  title: string;
  body: string;
}

/** Two texts side by side; what is on one side alone is marked, inside lines by word. */
export function Difference(props: { before: Compared; after: Compared; locale: Locale }) {
  const { versions: words } = usePublicationWords();
  const { before, after, locale } = props;
  const rows = useMemo(
    () => compareTexts(`${before.title}\n\n${before.body}`, `${after.title}\n\n${after.body}`),
    [before.title, before.body, after.title, after.body],
  );
  if (rows.every((row) => row.kind === 'hidden' || row.kind === 'same')) return <p>{words.same}</p>;
  return (
    <div class="kb-difference" tabIndex={0} role="region" aria-label={words.compare}>
      <table lang={locale}>
        <thead>
          <tr>
            <th scope="col">{words.side.before}</th>
            <th scope="col">{words.side.after}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <Row key={at} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ row }: { row: ComparedRow }) {
  const { versions: words } = usePublicationWords();
  if (row.kind === 'hidden') {
    return (
      <tr class="kb-hidden">
        <td colSpan={2}>{words.hidden(row.count)}</td>
      </tr>
    );
  }
  return (
    <tr data-kind={row.kind}>
      <td>{row.before && <Side parts={row.before} mark="del" />}</td>
      <td>{row.after && <Side parts={row.after} mark="ins" />}</td>
    </tr>
  );
}

function Side({ parts, mark: Mark }: { parts: readonly TextPart[]; mark: 'del' | 'ins' }) {
  return <>{parts.map(({ text, changed }, at) => (changed ? <Mark key={at}>{text}</Mark> : text))}</>;
}
