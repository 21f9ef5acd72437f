import { contrastWithWhite, darkenForWhite, USUAL_LAUNCHER } from '@beseda/shared/domain/app-theme';
import { useState } from 'preact/hooks';
import type { AppDraft } from '../../../model/app-draft';
import { useTexts } from '../../contexts';
import { useAppWords } from './use-app-words';

type Theme = AppDraft['theme'];

/** Colour, place and words of the launcher. */
export function LookFields({ theme, onChange }: { theme: Theme; onChange: (theme: Theme) => void }) {
  const words = useAppWords();
  const change = (part: Partial<Theme>) => onChange({ ...theme, ...part });
  const { launcher } = theme;
  return (
    <fieldset class="app-look">
      <legend>{words.look}</legend>
      <Accent accent={theme.accent} onChange={(accent) => change({ accent })} />
      <label class="field">
        <span>{words.corner}</span>
        <select
          class="input"
          value={theme.position}
          onInput={(event) => change({ position: event.currentTarget.value === 'left' ? 'left' : 'right' })}
        >
          <option value="right">{words.right}</option>
          <option value="left">{words.left}</option>
        </select>
      </label>
      <Distance label={words.side} value={theme.side} onChange={(side) => change({ side })} />
      <Distance label={words.bottom} value={theme.bottom} onChange={(bottom) => change({ bottom })} />
      <Words
        label={words.launcherRu}
        value={launcher.ru}
        usual={USUAL_LAUNCHER.ru}
        onChange={(ru) => change({ launcher: { ...launcher, ru } })}
      />
      <Words
        label={words.launcherEn}
        value={launcher.en}
        usual={USUAL_LAUNCHER.en}
        onChange={(en) => change({ launcher: { ...launcher, en } })}
      />
      <label class="option app-option">
        <input
          type="checkbox"
          checked={theme.ownButton}
          onInput={(event) => change({ ownButton: event.currentTarget.checked })}
        />
        <span>
          {words.ownButton}
          <small>{words.ownButtonHint}</small>
        </span>
      </label>
    </fieldset>
  );
}

function Accent({ accent, onChange }: { accent: string; onChange: (accent: string) => void }) {
  const { locale } = useTexts();
  const words = useAppWords();
  const contrast = contrastWithWhite(accent);
  const drawn = darkenForWhite(accent);
  const ratio = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(contrast);
  return (
    <label class="field app-accent">
      <span>{words.accent}</span>
      <input type="color" value={accent} onInput={(event) => onChange(event.currentTarget.value)} />
      <small role="status">{drawn === accent ? words.contrast(ratio) : words.darkened(ratio, drawn)}</small>
    </label>
  );
}

/** What is typed stays as it is typed, also while it is no number yet. */
function Distance(props: { label: string; value: number; onChange: (value: number) => void }) {
  const [typed, setTyped] = useState(String(props.value));
  return (
    <label class="field">
      <span>{props.label}</span>
      <input
        class="input"
        type="number"
        min={0}
        max={200}
        step={1}
        required
        value={typed}
        onInput={(event) => {
          const { value, valueAsNumber } = event.currentTarget;
          setTyped(value);
          if (Number.isInteger(valueAsNumber)) props.onChange(valueAsNumber);
        }}
      />
    </label>
  );
}

function Words(props: { label: string; value: string; usual: string; onChange: (value: string) => void }) {
  return (
    <label class="field">
      <span>{props.label}</span>
      <input
        class="input"
        maxLength={40}
        placeholder={props.usual}
        value={props.value}
        onInput={(event) => props.onChange(event.currentTarget.value)}
      />
    </label>
  );
}
