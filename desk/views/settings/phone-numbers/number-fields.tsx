import type { PhoneNumberCard, PhoneNumbers } from '@beseda/shared/protocol/admin';
import { textOf } from '../../form-text';
import { useTeamWords } from '../use-team-words';

/** `choices`: what one can choose from. Without a number, the fields are empty. */
export function NumberFields(props: { number: PhoneNumberCard | null; choices: PhoneNumbers }) {
  const { number, choices } = props;
  const { phones } = useTeamWords();
  return (
    <>
      <label class="field">
        <span>{phones.number}</span>
        <input
          class="input"
          name="number"
          type="tel"
          defaultValue={number?.number ?? ''}
          maxLength={60}
          required
        />
        <small>{phones.numberHint}</small>
      </label>
      <label class="field">
        <span>{phones.region}</span>
        <input
          class="input settings-short"
          name="region"
          list="phone-regions"
          defaultValue={number?.region ?? ''}
          maxLength={100}
          required
        />
        <small>{phones.regionHint}</small>
        <datalist id="phone-regions">
          {choices.regions.map((region) => (
            <option key={region} value={region} />
          ))}
        </datalist>
      </label>
      <label class="field">
        <span>{phones.hours}</span>
        <select class="input" name="calendar">
          <option value="">{phones.anyTime}</option>
          {choices.calendars.map(({ id, name }) => (
            <option key={id} value={id} selected={id === number?.calendar?.id}>
              {name}
            </option>
          ))}
        </select>
        <small>{phones.hoursHint}</small>
      </label>
      <label class="field">
        <span>{phones.note}</span>
        <input class="input" name="note" defaultValue={number?.note ?? ''} maxLength={200} />
        <small>{phones.noteHint}</small>
      </label>
      <label class="field">
        <span>{phones.position}</span>
        <input
          class="input settings-short"
          name="position"
          type="number"
          min={0}
          max={1000}
          defaultValue={String(number?.position ?? 0)}
          required
        />
        <small>{phones.positionHint}</small>
      </label>
    </>
  );
}

/** The fields as REST takes them. */
export function readNumberForm(form: FormData): object {
  return {
    number: textOf(form, 'number'),
    region: textOf(form, 'region'),
    calendarId: textOf(form, 'calendar') || null,
    note: textOf(form, 'note'),
    position: Number(textOf(form, 'position')),
  };
}
