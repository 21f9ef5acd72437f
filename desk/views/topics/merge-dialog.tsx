import type { AgentConversation } from '@beseda/shared/domain/event';
import type { ErrorCode } from '@beseda/shared/protocol/errors';
import type { QueueRow } from '@beseda/shared/protocol/http';
import { useState } from 'preact/hooks';
import { numberIn } from '../../model/palette';
import { useActions, useDesk, useTexts } from '../contexts';
import { Dialog } from '../dialog';
import { MergeCandidates } from './merge-candidates';
import { useTwins } from './use-twins';

type Side = Pick<QueueRow, 'number' | 'subject' | 'status'>;

/** Which ticket of the same person this one is merged with, which of the two goes on, and what that means. */
export function MergeDialog({
  conversation,
  onClose,
}: {
  conversation: AgentConversation;
  onClose: () => void;
}) {
  const { texts } = useTexts();
  const [query, setQuery] = useState('');
  const [picked, setPicked] = useState<Side | null>(null);
  const twins = useTwins(conversation, query);
  const named = numberIn(query);
  const chosen = picked ?? twins.rows?.find(({ number }) => number === named) ?? null;
  const title = texts.topics.mergeTitle(conversation.number);
  return (
    <Dialog label={title} class="topic" onClose={onClose}>
      <h2>{title}</h2>
      <label class="field">
        <span>{texts.topics.mergeSearch}</span>
        <input
          class="input"
          type="search"
          autocomplete="off"
          value={query}
          maxLength={200}
          onInput={({ currentTarget }) => {
            setQuery(currentTarget.value);
            setPicked(null);
          }}
        />
        <small>{texts.topics.mergeHint(conversation.requester.name)}</small>
      </label>
      <MergeCandidates twins={twins} query={query} chosen={chosen} choose={setPicked} />
      <MergeForm key={chosen?.number} here={conversation} chosen={chosen} onClose={onClose} />
    </Dialog>
  );
}

function MergeForm({ here, chosen, onClose }: { here: Side; chosen: Side | null; onClose: () => void }) {
  const { texts } = useTexts();
  const { topics } = useDesk();
  const actions = useActions();
  // What is closed takes nothing in: the other one does.
  const [swapped, setSwapped] = useState(chosen?.status === 'closed' && here.status !== 'closed');
  const [code, setCode] = useState<ErrorCode | null>(null);
  const [busy, setBusy] = useState(false);
  const words = texts.topics;
  const [from, into] = swapped ? [chosen, here] : [here, chosen];

  async function merge(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (!from || !into) return;
    setBusy(true);
    const refused = await topics.merge({ number: from.number, into: into.number }, (number) => {
      onClose();
      actions.go({ number });
    });
    setBusy(false);
    setCode(refused);
  }

  return (
    <form class="form" onSubmit={(event) => void merge(event)}>
      {from && into && (
        <div class="topic-preview">
          <p>
            <strong>{words.keeps(into.number)}</strong>
            <button type="button" class="button small" onClick={() => setSwapped(!swapped)}>
              {words.swap}
            </button>
          </p>
          <ul class="topic-what">
            {words.mergeWhat(from.number, into.number).map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </div>
      )}
      <p class="refused" role="alert">
        {code
          ? texts.error(code)
          : into?.status === 'closed' &&
            (from?.status === 'closed' ? words.closedBoth : words.closedInto(into.number))}
      </p>
      <div class="dialog-foot">
        <button type="button" class="button" onClick={onClose}>
          {texts.app.cancel}
        </button>
        <button
          type="submit"
          class="button primary"
          disabled={busy || !from || !into || into.status === 'closed'}
        >
          {from && into ? words.mergeDo(into.number) : words.chooseFirst}
        </button>
      </div>
    </form>
  );
}
