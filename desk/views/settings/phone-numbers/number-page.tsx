import type { PhoneNumberCard, PhoneNumbers } from '@beseda/shared/protocol/admin';
import { useState } from 'preact/hooks';
import { useActions, useDesk } from '../../contexts';
import { ConfirmDialog } from '../confirm-dialog';
import { HistoryList } from '../history/history-list';
import { LoadedPart } from '../loaded-part';
import { SavedForm } from '../saved-form';
import { SettingsLink } from '../settings-link';
import { useLoaded } from '../use-loaded';
import { useTeamWords } from '../use-team-words';
import { NumberFields, readNumberForm } from './number-fields';

/** One number: who sees it and when somebody is there, and who changed it. */
export function NumberPage({ id, choices }: { id: string; choices: PhoneNumbers }) {
  const { phones } = useTeamWords();
  const { loaded, reload, show } = useLoaded<PhoneNumberCard>(`/phone-numbers/${encodeURIComponent(id)}`);
  return (
    <>
      <SettingsLink class="settings-up" to={{ section: 'phone-numbers', id: null }}>
        {phones.toList}
      </SettingsLink>
      <LoadedPart loaded={loaded} reload={reload}>
        {(number) => <Card number={number} choices={choices} show={show} />}
      </LoadedPart>
    </>
  );
}

function Card(props: {
  number: PhoneNumberCard;
  choices: PhoneNumbers;
  show: (number: PhoneNumberCard) => void;
}) {
  const { number, choices, show } = props;
  const { http } = useDesk();
  const words = useTeamWords();
  const { phones } = words;
  const [changes, setChanges] = useState(0);
  return (
    <>
      <section aria-labelledby="settings-title">
        <h3 id="settings-title">{number.number}</h3>
        <p class="settings-facts">
          <span>{number.open ? phones.open : phones.closed}</span>
          <span>{phones.seenBy(number.companies)}</span>
        </p>
        <SavedForm<PhoneNumberCard>
          label={number.number}
          send={(form) => http('PATCH', `/phone-numbers/${number.id}`, readNumberForm(form))}
          onSaved={(changed) => {
            show(changed);
            setChanges((count) => count + 1);
          }}
          why={words.why}
        >
          <NumberFields number={number} choices={choices} />
        </SavedForm>
        <RemoveNumber number={number} />
      </section>
      <section aria-labelledby="settings-history">
        <h3 id="settings-history">{words.teams.history}</h3>
        <HistoryList key={changes} object={`phone_number:${number.id}`} />
      </section>
    </>
  );
}

function RemoveNumber({ number }: { number: PhoneNumberCard }) {
  const { http } = useDesk();
  const actions = useActions();
  const words = useTeamWords();
  const { phones } = words;
  const [asked, setAsked] = useState(false);
  const [problem, setProblem] = useState('');

  async function remove(): Promise<void> {
    const ack = await http('DELETE', `/phone-numbers/${number.id}`);
    setAsked(false);
    if (ack.ok) return actions.go({ settings: { section: 'phone-numbers', id: null } });
    setProblem(words.why(ack.code));
  }

  return (
    <div class="settings-foot">
      <button type="button" class="button danger" onClick={() => setAsked(true)}>
        {phones.remove}
      </button>
      <span class="refused" role="alert">
        {problem}
      </span>
      {asked && (
        <ConfirmDialog
          title={phones.removeTitle(number.number)}
          what={phones.removeWhat(number.companies)}
          label={phones.removeNow}
          onConfirm={() => void remove()}
          onClose={() => setAsked(false)}
        />
      )}
    </div>
  );
}
