import type { PersonRow } from '@beseda/shared/protocol/admin';
import { useState } from 'preact/hooks';
import { useDesk, useTexts } from '../../contexts';
import { PagedList } from '../paged-list';
import { usePages } from '../use-pages';
import { useWords } from '../use-words';

/** The people of a company, and the way to keep one of them out. */
export function CompanyPeople({ companyId }: { companyId: string }) {
  const { texts } = useTexts();
  const { http } = useDesk();
  const words = useWords();
  const { companies } = words;
  const [query, setQuery] = useState('');
  const [said, setSaid] = useState({ status: '', problem: '' });
  const q = query.trim();
  const pages = usePages<PersonRow>('/people', { company: companyId, ...(q === '' ? {} : { q }) });

  async function setBlocked(person: PersonRow, blocked: boolean): Promise<void> {
    const ack = await http<PersonRow>('PATCH', `/people/${person.id}`, { blocked });
    if (!ack.ok) return setSaid({ status: '', problem: words.why(ack.code) });
    pages.replace(ack.data, ({ id }) => id === person.id);
    const status = blocked ? companies.blockedSaid(person.name) : companies.unblockedSaid(person.name);
    setSaid({ status, problem: '' });
  }

  return (
    <>
      <input
        class="input"
        type="search"
        aria-label={companies.searchPeople}
        placeholder={companies.searchPeople}
        value={query}
        maxLength={200}
        onInput={(event) => setQuery(event.currentTarget.value)}
      />
      <p role="status">{said.status}</p>
      <p class="refused" role="alert">
        {said.problem}
      </p>
      <PagedList label={companies.people} pages={pages} empty={companies.noPeople}>
        {(person) => (
          <li key={person.id} class="settings-row">
            <strong>{person.name}</strong>
            <span>{[texts.roles[person.role], person.email].filter(Boolean).join(' · ')}</span>
            {person.blocked && <span class="settings-mark">{companies.blocked}</span>}
            <button
              type="button"
              class="button small"
              title={person.blocked ? undefined : companies.blockHint}
              aria-label={`${person.blocked ? companies.unblock : companies.block}: ${person.name}`}
              onClick={() => void setBlocked(person, !person.blocked)}
            >
              {person.blocked ? companies.unblock : companies.block}
            </button>
          </li>
        )}
      </PagedList>
    </>
  );
}
