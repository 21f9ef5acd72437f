import type { AgentConversation, PersonRef } from '@beseda/shared/domain/event';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useDesk, useTexts } from '../contexts';
import { Icon } from '../icons';

/** Colleagues who get the answers too; an agent adds one of the company, or takes one away. */
export function FollowersSection({ conversation }: { conversation: AgentConversation }) {
  const { texts } = useTexts();
  const { http } = useDesk();
  const [adding, setAdding] = useState(false);
  const [failed, setFailed] = useState(false);
  const { number, followers, status } = conversation;
  const adder = useRef<HTMLButtonElement>(null);
  const words = texts.details;
  /** Who chose or left is back where they were. */
  const leave = () => {
    setAdding(false);
    requestAnimationFrame(() => adder.current?.focus());
  };
  const change = async (method: 'POST' | 'DELETE', path: string, body?: object) => {
    const ack = await http(method, `/tickets/${number}/followers${path}`, body);
    // Who follows comes over the line.
    setFailed(!ack.ok);
  };
  const add = (person: string) => {
    leave();
    void change('POST', '', { person });
  };
  return (
    <section class="details-part" aria-label={words.followers}>
      <h3>{words.followers}</h3>
      {followers.length === 0 && <p class="soft">{words.noFollowers}</p>}
      <ul class="followers">
        {followers.map(({ id, name }) => (
          <li key={id}>
            <span>{name}</span>
            <button
              type="button"
              class="icon-button"
              aria-label={words.removeFollower(name)}
              title={words.removeFollower(name)}
              onClick={() => void change('DELETE', `/${id}`)}
            >
              <Icon name="close" />
            </button>
          </li>
        ))}
      </ul>
      {failed && (
        <p class="refused" role="alert">
          {words.followersFailed}
        </p>
      )}
      {adding && <ColleagueSearch number={number} onChoose={add} onLeave={leave} />}
      {!adding && status !== 'closed' && (
        <button type="button" class="button small" ref={adder} onClick={() => setAdding(true)}>
          {words.addFollower}
        </button>
      )}
    </section>
  );
}

const PAUSE_MS = 250;

interface SearchProps {
  number: number;
  onChoose: (person: string) => void;
  onLeave: () => void;
}

/** People of the company by name or address; the first ones before anything is typed. */
function ColleagueSearch({ number, onChoose, onLeave }: SearchProps) {
  const { texts } = useTexts();
  const { http } = useDesk();
  const [query, setQuery] = useState('');
  const [found, setFound] = useState<readonly PersonRef[] | 'failed' | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const words = texts.details;
  useEffect(() => field.current?.focus(), []);
  useEffect(() => {
    let late = false;
    const load = async () => {
      const params = new URLSearchParams({ q: query.trim() }).toString();
      const ack = await http<{ results: PersonRef[] }>('GET', `/tickets/${number}/colleagues?${params}`);
      if (!late) setFound(ack.ok ? ack.data.results : 'failed');
    };
    const timer = setTimeout(() => void load(), query === '' ? 0 : PAUSE_MS);
    return () => {
      late = true;
      clearTimeout(timer);
    };
  }, [number, query]);
  return (
    <div
      class="colleagues"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onLeave();
      }}
    >
      <label class="field">
        <span>{words.findColleague}</span>
        <input
          class="input"
          type="search"
          ref={field}
          value={query}
          onInput={({ currentTarget }) => setQuery(currentTarget.value)}
        />
      </label>
      {found === 'failed' && <p class="soft">{words.followersFailed}</p>}
      {found !== 'failed' && found?.length === 0 && <p class="soft">{words.noColleagues}</p>}
      {found !== 'failed' && found !== null && found.length > 0 && (
        <ul class="callers">
          {found.map(({ id, name }) => (
            <li key={id}>
              <button type="button" onClick={() => onChoose(id)}>
                {name}
              </button>
            </li>
          ))}
        </ul>
      )}
      <button type="button" class="button small" onClick={onLeave}>
        {texts.app.cancel}
      </button>
    </div>
  );
}
