import { useEffect, useState } from 'preact/hooks';
import { Dialog } from '../../../dialog';

export interface Choice {
  key: string;
  label: string;
  hint: string;
  run: () => void;
}

/** A field and what it finds: arrows move, Enter chooses, Esc closes. */
export function PickDialog(props: {
  title: string;
  label: string;
  list: string;
  hint: string;
  query: string;
  onQuery: (query: string) => void;
  choices: readonly Choice[];
  onClose: () => void;
}) {
  const { choices, onClose } = props;
  const [cursor, setCursor] = useState(0);
  useEffect(() => setCursor(0), [props.query]);
  const at = Math.min(cursor, choices.length - 1);
  const press = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setCursor(Math.max(0, Math.min(choices.length - 1, at + step)));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      choices[at]?.run();
    }
  };
  return (
    <Dialog label={props.title} class="palette" onClose={onClose}>
      <input
        class="palette-field"
        role="combobox"
        aria-label={props.label}
        aria-controls="kb-choices"
        aria-expanded={choices.length > 0}
        aria-activedescendant={choices[at] ? `kb-choice-${at}` : undefined}
        placeholder={props.label}
        value={props.query}
        maxLength={500}
        autoFocus
        onInput={(event) => props.onQuery(event.currentTarget.value)}
        onKeyDown={press}
      />
      {choices.length === 0 ? (
        <p class="palette-nothing" role="status">
          {props.hint}
        </p>
      ) : (
        <ul class="palette-list" id="kb-choices" role="listbox" aria-label={props.list}>
          {choices.map((choice, index) => (
            <li
              key={choice.key}
              id={`kb-choice-${index}`}
              role="option"
              aria-selected={index === at}
              onClick={choice.run}
            >
              <span>{choice.label}</span>
              <small>{choice.hint}</small>
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  );
}
