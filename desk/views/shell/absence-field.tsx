import { useState } from 'preact/hooks';
import { useValue } from '../../hooks/use-value';
import { usePage, useTexts } from '../contexts';
import { localMinute } from '../local-minute';

/** Until when nothing is given to this agent by rules. */
export function AbsenceField() {
  const { texts } = useTexts();
  const { session } = usePage();
  const state = useValue(session.state);
  const [problem, setProblem] = useState('');
  const awayUntil = state.kind === 'in' ? state.session.agent.awayUntil : null;
  const isAway = awayUntil !== null && Date.parse(awayUntil) > Date.now();

  async function change(until: string | null): Promise<void> {
    const code = await session.setAbsence(until);
    setProblem(code === null ? '' : code === 'invalid_input' ? texts.menu.absencePast : texts.error(code));
  }

  return (
    <div class="absence">
      <label class="field">
        <span>{texts.menu.absence}</span>
        <input
          class="input"
          type="datetime-local"
          min={localMinute(Date.now())}
          value={isAway ? localMinute(Date.parse(awayUntil)) : ''}
          onChange={({ currentTarget: { value } }) =>
            void change(value === '' ? null : new Date(value).toISOString())
          }
        />
        <small>{texts.menu.absenceHint}</small>
      </label>
      {isAway && (
        <button type="button" class="button small" onClick={() => void change(null)}>
          {texts.menu.present}
        </button>
      )}
      <p class="refused" role="alert">
        {problem}
      </p>
    </div>
  );
}
