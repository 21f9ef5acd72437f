import type { Caller } from '@beseda/shared/protocol/http';
import { useEffect, useState } from 'preact/hooks';
import { useValue } from '../../hooks/use-value';
import { useDesk, useTexts } from '../contexts';
import { CallerCard } from './caller-card';

const PAUSE_MS = 250;

type Found = { kind: 'idle' | 'failed' } | { kind: 'found'; callers: readonly Caller[] };

/** Who is it? One match by code, number or ticket is taken at once; of several the agent chooses. */
export function CallerSearch() {
  const { texts } = useTexts();
  const { calls } = useDesk();
  const { query, caller } = useValue(calls.draft);
  const [found, setFound] = useState<Found>({ kind: 'idle' });
  const words = texts.phone;

  useEffect(() => {
    if (caller || query.trim().length < 3) return setFound({ kind: 'idle' });
    let late = false;
    const timer = setTimeout(async () => {
      const callers = await calls.find(query);
      if (late) return;
      const [only, ...others] = callers ?? [];
      if (only && others.length === 0 && only.by !== 'name') choose(only);
      else setFound(callers ? { kind: 'found', callers } : { kind: 'failed' });
    }, PAUSE_MS);
    return () => {
      late = true;
      clearTimeout(timer);
    };
  }, [query, caller]);

  function choose(chosen: Caller): void {
    const { text } = calls.draft.get();
    calls.write({ caller: chosen, number: chosen.about ?? null, text: text || (chosen.text ?? '') });
  }

  if (caller) {
    return (
      <div class="caller-chosen">
        <CallerCard caller={caller} />
        <button
          type="button"
          class="button small"
          onClick={() => calls.write({ caller: null, number: null, query: '' })}
        >
          {words.another}
        </button>
      </div>
    );
  }
  return (
    <>
      <label class="field">
        <span>{words.search}</span>
        <input
          class="input"
          type="search"
          autocomplete="off"
          value={query}
          maxLength={200}
          onInput={({ currentTarget }) => calls.write({ query: currentTarget.value })}
        />
        <small>{words.searchHint}</small>
      </label>
      <div role="status">
        {found.kind === 'failed' && <p class="refused">{words.unreached}</p>}
        {found.kind === 'found' && found.callers.length === 0 && <p>{words.nobodyFound}</p>}
      </div>
      {found.kind === 'found' && found.callers.length > 0 && (
        <ul class="callers" aria-label={words.found}>
          {found.callers.map((one) => (
            <li key={one.person.id}>
              <button type="button" onClick={() => choose(one)}>
                <CallerCard caller={one} />
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
