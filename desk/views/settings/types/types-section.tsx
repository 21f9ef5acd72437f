import { LOCALES, TICKET_TYPES, type TicketType } from '@beseda/shared/domain/words';
import type { SettingRow } from '@beseda/shared/protocol/admin';
import { useState } from 'preact/hooks';
import { en } from '../../../locales/en';
import { ru } from '../../../locales/ru';
import { typesEn } from '../../../locales/types-en';
import { type TypesTexts, typesRu } from '../../../locales/types-ru';
import { useDesk, useTexts } from '../../contexts';
import { CheckGroup } from '../check-group';
import { SettingsHistory } from '../history/settings-history';
import { LoadedPart } from '../loaded-part';
import { SavedForm } from '../saved-form';
import { useLoaded } from '../use-loaded';
import { useWords } from '../use-words';
import { readTypesForm } from './read-types-form';
import { saveValues } from './save-values';

interface Settings {
  results: SettingRow[];
}

/** Which request types there are to choose from, and what they are called. */
export function TypesSection() {
  const words = useWords();
  const types = useTypesTexts();
  const { loaded, reload, show } = useLoaded<Settings>('/settings');
  const [changes, setChanges] = useState(0);
  return (
    <>
      <section aria-labelledby="settings-title">
        <h3 id="settings-title">{words.sections.types}</h3>
        <p class="soft">{types.about}</p>
        <LoadedPart loaded={loaded} reload={reload}>
          {({ results }) => (
            <TypesForm
              rows={results}
              onSaved={(saved) => {
                show(saved);
                setChanges((count) => count + 1);
              }}
            />
          )}
        </LoadedPart>
      </section>
      <SettingsHistory key={changes} />
    </>
  );
}

function useTypesTexts(): TypesTexts {
  return useTexts().locale === 'ru' ? typesRu : typesEn;
}

function TypesForm({ rows, onSaved }: { rows: readonly SettingRow[]; onSaved: (saved: Settings) => void }) {
  const { texts } = useTexts();
  const { http } = useDesk();
  const words = useWords();
  const types = useTypesTexts();
  const value = (key: string) => rows.find((row) => row.key === key)?.value ?? '';
  return (
    <SavedForm<Settings>
      label={words.sections.types}
      check={(form) => (form.has('offered') ? '' : types.noneOffered)}
      send={(form) => saveValues(http, rows, readTypesForm(form))}
      onSaved={onSaved}
      why={words.why}
    >
      <CheckGroup
        name="offered"
        label={types.offered}
        hint={types.offeredHint}
        options={TICKET_TYPES.map((type) => ({ id: type, name: texts.types[type] }))}
        checked={value('types.offered').split(', ')}
      />
      {TICKET_TYPES.map((type) => (
        <NameFields key={type} type={type} value={value} />
      ))}
      <label class="field">
        <span>{types.usual}</span>
        <select class="input" name="default">
          <option value="none">{types.usualNone}</option>
          {TICKET_TYPES.map((type) => (
            <option key={type} value={type} selected={value('types.default') === type}>
              {texts.types[type]}
            </option>
          ))}
        </select>
      </label>
      <label class="option settings-hinted">
        <input type="checkbox" name="distributor" defaultChecked={value('types.distributor') === 'on'} />
        <span>
          {types.distributor}
          <small>{types.distributorHint}</small>
        </span>
      </label>
    </SavedForm>
  );
}

const USUAL = { ru: ru.types, en: en.types };

function NameFields({ type, value }: { type: TicketType; value: (key: string) => string }) {
  const types = useTypesTexts();
  return (
    <fieldset class="options settings-names">
      <legend>{types.fields[type]}</legend>
      {LOCALES.map((locale) => (
        <label key={locale} class="field">
          <span>{locale === 'ru' ? types.nameRu : types.nameEn}</span>
          <input
            class="input"
            name={`${type}_${locale}`}
            defaultValue={value(`types.${type}_${locale}`)}
            placeholder={USUAL[locale][type]}
            maxLength={30}
          />
        </label>
      ))}
      <small>{types.nameHint}</small>
    </fieldset>
  );
}
