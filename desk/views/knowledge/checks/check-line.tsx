import type { ErrorCode } from '@beseda/shared/protocol/errors';
import type { CheckKind, CheckRow } from '@beseda/shared/protocol/kb-checks';
import { useState } from 'preact/hooks';
import { useDesk, useTexts } from '../../contexts';
import { KnowledgeLink } from '../knowledge-link';
import { useKbWords } from '../use-kb-words';
import { useCheckWords } from './use-check-words';

interface Props {
  kind: CheckKind;
  row: CheckRow;
  onDone: () => void;
}

/** An article, why it is here, and that somebody has looked at it. */
export function CheckLine({ kind, row, onDone }: Props) {
  const { http } = useDesk();
  const { why } = useKbWords();
  const words = useCheckWords();
  const tell = useDay();
  const [next, setNext] = useState('');
  const [failed, setFailed] = useState<ErrorCode | null>(null);
  const { number, locale, title, owner, since, checkBy, problems } = row;

  async function check(): Promise<void> {
    const ack = await http<{ checkBy: string }>('POST', `/kb/articles/${number}/checked`, {});
    setFailed(ack.ok ? null : ack.code);
    if (!ack.ok) return;
    setNext(ack.data.checkBy);
    onDone();
  }

  return (
    <li class="settings-change">
      <p>
        <KnowledgeLink to={{ section: 'articles', rest: [String(number), locale], query: '' }}>
          {title || `№ ${number}`}
        </KnowledgeLink>
      </p>
      <p class="soft">
        {words.about[kind]({ checkBy, since: tell(since) }, locale)} · {owner?.name ?? words.nobody}
      </p>
      {problems.length > 0 && (
        <ul class="said-files">
          {problems.map(({ kind: problem, address, status, checkedAt: heardAt }) => (
            <li key={`${problem} ${address}`}>
              <code class="said-address">{address}</code>: {words.problems[problem]}
              {heardAt && ` (${words.heard(status ?? null, tell(heardAt))})`}
            </li>
          ))}
        </ul>
      )}
      {kind === 'stale' && next === '' && (
        <p class="row-actions">
          <button
            type="button"
            class="button"
            aria-label={`${words.checked}: ${title}`}
            onClick={() => void check()}
          >
            {words.checked}
          </button>
        </p>
      )}
      <p role="status" class="soft">
        {next && words.done(tell(next))}
      </p>
      {failed && (
        <p class="refused" role="alert">
          {why(failed)}
        </p>
      )}
    </li>
  );
}

function useDay(): (date: string) => string {
  const { locale } = useTexts();
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  return (date) => format.format(new Date(date));
}
