import { LIMITS } from '@beseda/shared/domain/limits';
import { PRIORITIES, TICKET_TYPES } from '@beseda/shared/domain/words';
import type { Caller } from '@beseda/shared/protocol/http';
import { useEffect, useRef } from 'preact/hooks';
import type { CallDraft } from '../../model/calls';
import { useDesk, useTexts } from '../contexts';
import { CallBackFields } from './call-back-fields';

/** What is asked, answered and promised; for an existing ticket, a note. */
export function CallForm({ draft, caller }: { draft: CallDraft; caller: Caller }) {
  const { texts } = useTexts();
  const { calls } = useDesk();
  const words = texts.phone;
  const isNew = draft.number === null;
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), [caller.person.id]);
  return (
    <>
      {caller.page && (
        <p class="call-page">
          {words.page}: {caller.page.title || caller.page.url}
        </p>
      )}
      <label class="field">
        <span>{words.about}</span>
        <select
          class="input"
          value={draft.number ?? ''}
          onChange={({ currentTarget: { value } }) => calls.write({ number: value ? Number(value) : null })}
        >
          <option value="">{words.newTicket}</option>
          {caller.tickets.map(({ number, subject, status }) => (
            <option key={number} value={number}>
              #{number} {subject} ({texts.statuses[status].toLowerCase()})
            </option>
          ))}
        </select>
      </label>
      <label class="field">
        <span>{isNew ? words.asked : words.noteOnTicket}</span>
        <textarea
          class="input"
          ref={field}
          rows={3}
          required
          maxLength={LIMITS.textLength}
          value={draft.text}
          onInput={({ currentTarget: { value } }) => calls.write({ text: value })}
        />
        {isNew && <small>{words.askedHint}</small>}
      </label>
      <label class="field">
        <span>{words.answered}</span>
        <textarea
          class="input"
          rows={2}
          maxLength={LIMITS.textLength}
          value={draft.answer}
          onInput={({ currentTarget: { value } }) => calls.write({ answer: value })}
        />
        <small>{words.answeredHint}</small>
      </label>
      {isNew && (
        <label class="field">
          <span>{words.note}</span>
          <textarea
            class="input"
            rows={1}
            maxLength={LIMITS.textLength}
            value={draft.note}
            onInput={({ currentTarget: { value } }) => calls.write({ note: value })}
          />
        </label>
      )}
      <div class="call-properties">
        <label class="field">
          <span>{texts.details.type}</span>
          <select
            class="input"
            value={draft.type ?? ''}
            onChange={({ currentTarget: { value } }) =>
              calls.write({ type: TICKET_TYPES.find((type) => type === value) ?? null })
            }
          >
            <option value="">{texts.noType}</option>
            {TICKET_TYPES.map((type) => (
              <option key={type} value={type}>
                {texts.types[type]}
              </option>
            ))}
          </select>
        </label>
        <label class="field">
          <span>{texts.details.priority}</span>
          <select
            class="input"
            value={draft.priority}
            onChange={({ currentTarget: { value } }) =>
              calls.write({ priority: PRIORITIES.find((priority) => priority === value) ?? 'normal' })
            }
          >
            {PRIORITIES.map((priority) => (
              <option key={priority} value={priority}>
                {texts.priorities[priority]}
              </option>
            ))}
          </select>
        </label>
      </div>
      <label class="option">
        <input
          type="checkbox"
          checked={draft.solved}
          onChange={({ currentTarget: { checked } }) => calls.write({ solved: checked })}
        />
        {words.solved}
      </label>
      <CallBackFields draft={draft} />
    </>
  );
}
