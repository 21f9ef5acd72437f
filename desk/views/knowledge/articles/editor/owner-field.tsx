import type { ErrorCode } from '@beseda/shared/protocol/errors';
import { useState } from 'preact/hooks';
import { useValue } from '../../../../hooks/use-value';
import { useDesk } from '../../../contexts';
import { useKbWords } from '../../use-kb-words';
import { useEditorWords } from './use-editor-words';

/** Who keeps the article fresh; kept at once, and for all languages. */
export function OwnerField({ number, owner }: { number: number; owner: string | null }) {
  const { http, agents } = useDesk();
  const { fields: words } = useEditorWords();
  const { why } = useKbWords();
  const colleagues = useValue(agents);
  const [chosen, setChosen] = useState(owner);
  const [problem, setProblem] = useState<ErrorCode | null>(null);

  async function choose(id: string | null): Promise<void> {
    const before = chosen;
    setChosen(id);
    const ack = await http('POST', '/kb/articles/move', { changes: [{ numbers: [number], owner: id }] });
    setProblem(ack.ok ? null : ack.code);
    if (!ack.ok) setChosen(before);
  }

  return (
    <label class="field">
      <span>{words.owner}</span>
      <select
        class="input"
        value={chosen ?? ''}
        onChange={({ currentTarget: { value } }) => void choose(value === '' ? null : value)}
      >
        <option value="">{words.nobody}</option>
        {colleagues.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
      {problem && (
        <span class="refused" role="alert">
          {why(problem)}
        </span>
      )}
    </label>
  );
}
