import type { PreviewRow, RulesPreview } from '@beseda/shared/protocol/rules';
import { Time } from '@beseda/shared/ui/time';
import { useNow } from '../../../hooks/use-now';
import { ticketUrl } from '../../../model/route';
import { useTexts } from '../../contexts';
import type { Previewed } from './use-preview';
import { useRuleWords } from './use-rule-words';

/** What the change would do to open tickets, before it is saved. */
export function PreviewPanel({ previewed }: { previewed: Previewed }) {
  const { preview: words, why } = useRuleWords();
  const known =
    previewed.kind === 'ready' ? previewed.preview : previewed.kind === 'counting' ? previewed.last : null;
  const failed = previewed.kind === 'failed';
  return (
    <section class="rule-preview" aria-labelledby="preview-title" aria-busy={previewed.kind === 'counting'}>
      <h4 id="preview-title">{words.title}</h4>
      {previewed.kind === 'unchanged' && <p class="soft">{words.hint}</p>}
      {previewed.kind === 'unread' && <p class="soft">{words.unread}</p>}
      {previewed.kind === 'counting' && !known && <p class="soft">{words.counting}</p>}
      <p role="status">{known && <strong>{words.summary(known)}</strong>}</p>
      {failed && (
        <p class="refused" role="alert">
          {why(previewed.code, previewed.field)}
        </p>
      )}
      {known && known.results.length > 0 && <Rows preview={known} />}
    </section>
  );
}

function Rows({ preview }: { preview: RulesPreview }) {
  const { preview: words } = useRuleWords();
  const { open, reckoned, results } = preview;
  return (
    <>
      <div class="rule-scroll" tabIndex={0} role="region" aria-labelledby="preview-title">
        <table class="rule-table">
          <thead>
            <tr>
              <th scope="col">{words.ticket}</th>
              <th scope="col">{words.now}</th>
              <th scope="col">{words.after}</th>
            </tr>
          </thead>
          <tbody>
            {results.map((row) => (
              <Row key={`${row.number} ${row.clock}`} row={row} />
            ))}
          </tbody>
        </table>
      </div>
      {(results.length >= 50 || reckoned < open) && (
        <p class="soft">
          {results.length >= 50 && words.shown(results.length)} {reckoned < open && words.partly(reckoned)}
        </p>
      )}
    </>
  );
}

function Row({ row }: { row: PreviewRow }) {
  const { locale } = useTexts();
  const { clocks, effects, preview: words } = useRuleWords();
  const now = useNow();
  const at = (instant: string | null) =>
    instant === null ? words.none : <Time at={instant} now={now} locale={locale} />;
  return (
    <tr data-effect={row.effect}>
      <th scope="row">
        <a href={ticketUrl(row.number)} target="_blank" rel="noopener">
          #{row.number}
        </a>{' '}
        {row.subject}
        <small>
          {row.company} · {clocks[row.clock]}
        </small>
      </th>
      <td>{at(row.from)}</td>
      <td>
        {at(row.to)}
        <small>{effects[row.effect]}</small>
      </td>
    </tr>
  );
}
