import { useEffect, useRef, useState } from 'preact/hooks';
import { useValue } from '../../hooks/use-value';
import { filterItems, numberIn } from '../../model/palette';
import type { UpdatedTicket } from '../../model/update-ticket';
import type { Choice } from '../actions';
import { useActions, useDesk, useTexts } from '../contexts';
import { Dialog } from '../dialog';
import { choicesOf, commandsOf, type Runnable } from './palette-items';

/** Commands by their names; or, for one property, its values. Arrows choose, Enter does, a number opens its ticket. */
export function Palette(props: {
  what: Choice | 'command';
  target: UpdatedTicket | null;
  onClose: () => void;
}) {
  const { texts, locale } = useTexts();
  const actions = useActions();
  const { agents, agent } = useDesk();
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const list = useRef<HTMLUListElement>(null);
  const { what, target } = props;
  const sources = {
    texts,
    actions,
    target,
    agents: useValue(agents),
    agentId: agent.id,
    isAdmin: agent.role === 'admin',
  };
  const items = what === 'command' ? commandsOf(sources) : choicesOf(what, sources);
  const number = what === 'command' ? numberIn(query) : null;
  const found: Runnable[] =
    number === null
      ? filterItems(items, query, locale)
      : [{ id: 'ticket', label: texts.palette.ticket(number), run: () => actions.go({ number }) }];
  const label =
    what === 'command' || target === null
      ? texts.palette.label
      : `#${target.number} · ${texts.palette.choose[what]}`;
  const chosen = found[at];

  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [at, query]);

  const run = (item: Runnable | undefined) => {
    if (!item) return;
    props.onClose();
    // After the dialog has given the focus back, so that a command may take it.
    setTimeout(item.run);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && found.length > 0) setAt((at + step + found.length) % found.length);
    else if (event.key === 'Enter') run(chosen);
    else return;
    event.preventDefault();
  };

  return (
    <Dialog label={label} class="palette" onClose={props.onClose}>
      {what !== 'command' && <p class="palette-label">{label}</p>}
      <input
        class="palette-field"
        role="combobox"
        aria-label={label}
        aria-expanded="true"
        aria-controls="palette-list"
        aria-activedescendant={chosen ? optionId(chosen) : undefined}
        placeholder={what === 'command' ? texts.palette.placeholder : texts.palette.choose[what]}
        value={query}
        autocomplete="off"
        onKeyDown={onKeyDown}
        onInput={(event) => {
          setQuery(event.currentTarget.value);
          setAt(0);
        }}
      />
      <ul class="palette-list" id="palette-list" role="listbox" aria-label={label} ref={list}>
        {found.map((item, index) => (
          <li
            key={item.id}
            id={optionId(item)}
            role="option"
            aria-selected={index === at}
            onPointerMove={() => index !== at && setAt(index)}
            onClick={() => run(item)}
          >
            <span>{item.label}</span>
            {item.current && <small>{texts.palette.current}</small>}
            {item.keys && <kbd>{item.keys}</kbd>}
          </li>
        ))}
      </ul>
      {found.length === 0 && (
        <p class="palette-nothing" role="status">
          {texts.palette.nothing}
        </p>
      )}
    </Dialog>
  );
}

const optionId = (item: Runnable) => `option-${item.id.replaceAll(' ', '-')}`;
