import type { CallDraft } from '../../model/calls';
import { useDesk, useTexts } from '../contexts';
import { localMinute } from '../local-minute';

const HOUR_MS = 60 * 60_000;

/** Whether a call back was promised, where to and when. */
export function CallBackFields({ draft }: { draft: CallDraft }) {
  const { texts } = useTexts();
  const { calls } = useDesk();
  const words = texts.phone;
  const { callBack } = draft;
  const suggested = /^[+\d][\d\s()-]{5,}$/.test(draft.query) ? draft.query : '';
  const change = (changes: Partial<NonNullable<CallDraft['callBack']>>) =>
    callBack && calls.write({ callBack: { ...callBack, ...changes } });
  return (
    <>
      <label class="option">
        <input
          type="checkbox"
          checked={callBack !== null}
          onChange={({ currentTarget: { checked } }) =>
            calls.write({
              callBack: checked
                ? { number: suggested, dueAt: localMinute(Date.now() + HOUR_MS), note: '' }
                : null,
            })
          }
        />
        {words.callBack}
      </label>
      {callBack && (
        <div class="call-properties">
          <label class="field">
            <span>{words.callBackNumber}</span>
            <input
              class="input"
              type="tel"
              required
              pattern="[+\d][\d\s()\-]{5,}"
              value={callBack.number}
              onInput={({ currentTarget: { value } }) => change({ number: value })}
            />
          </label>
          <label class="field">
            <span>{words.callBackAt}</span>
            <input
              class="input"
              type="datetime-local"
              required
              value={callBack.dueAt}
              onInput={({ currentTarget: { value } }) => change({ dueAt: value })}
            />
          </label>
          <label class="field wide">
            <span>{words.callBackNote}</span>
            <input
              class="input"
              maxLength={500}
              value={callBack.note}
              onInput={({ currentTarget: { value } }) => change({ note: value })}
            />
          </label>
        </div>
      )}
    </>
  );
}
