import { TICKET_TYPES } from '@beseda/shared/domain/words';
import type { Filter } from '../model/listing';
import { portalTexts } from '../texts';
import type { PortalProps } from './portal-view';

/** What narrows the list down. */
export function Filters({ portal }: PortalProps) {
  const { panel, listing } = portal;
  const texts = portalTexts(panel.state.locale);
  const { query, who, status, type } = listing.filter();
  const isManager = panel.session?.get()?.person.role === 'manager';
  return (
    <div class="filters">
      <input
        type="search"
        aria-label={texts.search}
        placeholder={texts.search}
        maxLength={200}
        value={query}
        data-step
        onInput={({ currentTarget }) => listing.change({ query: currentTarget.value })}
      />
      {isManager && (
        <Choice
          label={texts.scope}
          names={texts.scopes}
          value={who}
          onChoose={(who) => {
            if (who === 'company') void portal.meetColleagues();
            listing.change({ who });
          }}
        />
      )}
      <Choice
        label={texts.status}
        names={texts.statuses}
        value={status}
        onChoose={(status) => listing.change({ status })}
      />
      <div class="selects">
        <select
          aria-label={texts.kind}
          value={type}
          onChange={({ currentTarget }) => listing.change({ type: currentTarget.value as Filter['type'] })}
        >
          <option value="">{texts.anyKind}</option>
          {TICKET_TYPES.map((one) => (
            <option key={one} value={one}>
              {panel.state.texts.types[one]}
            </option>
          ))}
          <option value="none">{texts.noKind}</option>
        </select>
        {who === 'company' && <Colleagues portal={portal} />}
      </div>
    </div>
  );
}

function Colleagues({ portal: { panel, listing, colleagues } }: PortalProps) {
  const texts = portalTexts(panel.state.locale);
  return (
    <select
      aria-label={texts.person}
      value={listing.filter().person}
      onChange={({ currentTarget }) => listing.change({ person: currentTarget.value })}
    >
      <option value="">{texts.anybody}</option>
      {colleagues.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  );
}

interface ChoiceProps<Name extends string> {
  label: string;
  names: Record<Name, string>;
  value: Name;
  onChoose: (name: Name) => void;
}

function Choice<Name extends string>({ label, names, value, onChoose }: ChoiceProps<Name>) {
  return (
    <div class="types" role="group" aria-label={label}>
      {(Object.keys(names) as Name[]).map((name) => (
        <button key={name} type="button" aria-pressed={name === value} onClick={() => onChoose(name)}>
          {names[name]}
        </button>
      ))}
    </div>
  );
}
