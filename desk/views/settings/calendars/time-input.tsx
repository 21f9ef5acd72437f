import { readClockText, stepClockText } from '../../../model/clock-text';

const STEP_MINUTES = 30;

/** A time of day to be typed briefly («9», «930», «24») or moved by the arrow keys. */
export function TimeInput(props: { label: string; value: string; onChange: (value: string) => void }) {
  const { label, value, onChange } = props;
  const step = (event: KeyboardEvent, by: number) => {
    const next = stepClockText(value, by);
    if (next === null) return;
    event.preventDefault();
    onChange(next);
  };
  return (
    <input
      class="input rule-time"
      aria-label={label}
      aria-invalid={readClockText(value) === null}
      autocomplete="off"
      maxLength={5}
      value={value}
      onFocus={(event) => event.currentTarget.select()}
      onInput={(event) => onChange(event.currentTarget.value)}
      onBlur={() => onChange(readClockText(value) ?? value)}
      onKeyDown={(event) => {
        if (event.key === 'ArrowUp') step(event, STEP_MINUTES);
        if (event.key === 'ArrowDown') step(event, -STEP_MINUTES);
      }}
    />
  );
}
