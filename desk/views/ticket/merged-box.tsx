import type { AgentConversation, TicketLink } from '@beseda/shared/domain/event';
import type { MutableRef } from 'preact/hooks';
import { useImperativeHandle, useRef } from 'preact/hooks';
import { useDraft } from '../../hooks/use-draft';
import { ticketUrl } from '../../model/route';
import { useActions, useTexts } from '../contexts';
import { followInside } from '../follow-inside';
import type { ComposerHandle } from './composer';

/** Stands where one would write: this ticket was merged, and the conversation goes on elsewhere. */
export function MergedBox(props: {
  handle: MutableRef<ComposerHandle | null>;
  conversation: AgentConversation;
  into: TicketLink;
}) {
  const { texts } = useTexts();
  const actions = useActions();
  const { conversation, into } = props;
  const [draft] = useDraft(conversation.id);
  const link = useRef<HTMLAnchorElement>(null);
  const words = texts.topics;
  useImperativeHandle(props.handle, () => ({
    write: () => link.current?.focus(),
    attach: () => undefined,
  }));
  return (
    <section class="composer merged-box" aria-label={words.locked}>
      <p>
        <strong>{words.locked}.</strong> {words.lockedHint(into.number)}
      </p>
      {(draft.text.trim() !== '' || draft.files.length > 0) && <p class="soft">{words.draftKept}</p>}
      <div class="merged-actions">
        <a
          ref={link}
          class="button primary"
          href={ticketUrl(into.number)}
          onClick={(event) => followInside(event, () => actions.go({ number: into.number }))}
        >
          {words.open(into.number)}
        </a>
        <button type="button" class="button" onClick={() => actions.unmerge()}>
          {words.unmerge}
        </button>
      </div>
    </section>
  );
}
