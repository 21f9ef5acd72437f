import type { PhoneNumberCard, PhoneNumbers } from '@beseda/shared/protocol/admin';
import { useState } from 'preact/hooks';
import { StateMessage } from '../../state-message';
import { LoadedPart } from '../loaded-part';
import { SectionHead } from '../section-head';
import { SettingsLink } from '../settings-link';
import { useLoaded } from '../use-loaded';
import { useTeamWords } from '../use-team-words';
import { useWords } from '../use-words';
import { CreateNumberDialog } from './create-number-dialog';
import { NumberPage } from './number-page';

export function PhoneNumbersSection({ id }: { id: string | null }) {
  const { loaded, reload } = useLoaded<PhoneNumbers>('/phone-numbers');
  return (
    <LoadedPart loaded={loaded} reload={reload}>
      {(numbers) =>
        id === null ? <NumberList numbers={numbers} /> : <NumberPage id={id} choices={numbers} />
      }
    </LoadedPart>
  );
}

function NumberList({ numbers }: { numbers: PhoneNumbers }) {
  const words = useWords();
  const { phones } = useTeamWords();
  const [creating, setCreating] = useState(false);
  return (
    <section aria-labelledby="settings-title">
      <SectionHead
        title={words.sections['phone-numbers']}
        create={phones.create}
        onCreate={() => setCreating(true)}
      />
      <p class="soft">{phones.about}</p>
      {numbers.results.length === 0 ? (
        <StateMessage title={phones.nothing} />
      ) : (
        <ul class="settings-list" aria-label={words.sections['phone-numbers']}>
          {numbers.results.map((number) => (
            <Row key={number.id} number={number} />
          ))}
        </ul>
      )}
      {creating && <CreateNumberDialog choices={numbers} onClose={() => setCreating(false)} />}
    </section>
  );
}

function Row({ number }: { number: PhoneNumberCard }) {
  const { phones, companies } = useTeamWords();
  const facts = [number.region, number.note, number.calendar?.name ?? phones.anyTime];
  return (
    <li>
      <SettingsLink class="settings-row" to={{ section: 'phone-numbers', id: number.id }}>
        <strong>{number.number}</strong>
        <span>{facts.filter(Boolean).join(' · ')}</span>
        <span>{companies(number.companies)}</span>
        <span class={number.open ? 'settings-here' : undefined}>
          {number.open ? phones.open : phones.closed}
        </span>
      </SettingsLink>
    </li>
  );
}
