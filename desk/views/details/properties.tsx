import type { AgentConversation } from '@beseda/shared/domain/event';
import { PRIORITIES, TICKET_STATUSES, TICKET_TYPES } from '@beseda/shared/domain/words';
import type { TicketPatch } from '@beseda/shared/protocol/socket';
import { useProperties } from '../../hooks/use-properties';
import { useValue } from '../../hooks/use-value';
import { useActions, useDesk, useTexts } from '../contexts';
import { assigneesOf } from '../palette/palette-items';

interface Option {
  value: string;
  label: string;
  patch: TicketPatch;
}

/** Status, type, priority and assignee, each changed where it is read. */
export function Properties({ conversation }: { conversation: AgentConversation }) {
  const { texts } = useTexts();
  const actions = useActions();
  const { agents, agent } = useDesk();
  const known = useValue(agents);
  const properties = useProperties(conversation);
  const ticket = { ...properties, number: conversation.number };
  const words = texts.details;
  const change = (patch: TicketPatch) => actions.change(ticket, patch);
  const { assignee } = properties;
  const people = assigneesOf({ texts, agents: known, agentId: agent.id });
  if (assignee?.id && !people.some(({ id }) => id === assignee.id)) {
    people.push({ id: assignee.id, name: assignee.name });
  }
  return (
    <section class="details-part" aria-label={words.properties}>
      <div class="properties">
        <Property
          label={words.status}
          value={properties.status}
          change={change}
          options={TICKET_STATUSES.map((status) => ({
            value: status,
            label: texts.statuses[status],
            patch: { status },
          }))}
        />
        <Property
          label={words.assignee}
          value={assignee?.id ?? ''}
          change={change}
          options={people.map(({ id, name }) => ({ value: id ?? '', label: name, patch: { assignee: id } }))}
        />
        <Property
          label={words.priority}
          value={properties.priority}
          change={change}
          options={PRIORITIES.map((priority) => ({
            value: priority,
            label: texts.priorities[priority],
            patch: { priority },
          }))}
        />
        <Property
          label={words.type}
          value={properties.type ?? ''}
          change={change}
          options={[
            { value: '', label: texts.noType, patch: { type: null } },
            ...TICKET_TYPES.map((type) => ({ value: type, label: texts.types[type], patch: { type } })),
          ]}
        />
      </div>
    </section>
  );
}

function Property(props: {
  label: string;
  value: string;
  options: readonly Option[];
  change: (patch: TicketPatch) => void;
}) {
  return (
    <label class="property">
      <span>{props.label}</span>
      <select
        value={props.value}
        onChange={(event) => {
          const { value } = event.currentTarget;
          const chosen = props.options.find((option) => option.value === value);
          if (chosen) props.change(chosen.patch);
        }}
      >
        {props.options.map(({ value, label }) => (
          <option key={value} value={value} selected={value === props.value}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );
}
