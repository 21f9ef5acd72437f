import type { Caller } from '@beseda/shared/protocol/http';
import { Avatar } from '@beseda/shared/ui/avatar';
import { useTexts } from '../contexts';

/** Who it is, of which company, and how we know. */
export function CallerCard({ caller }: { caller: Caller }) {
  const { texts } = useTexts();
  const { person, by } = caller;
  const how = [person.company.name, person.company.plan, texts.phone.by[by]].filter(Boolean).join(' · ');
  return (
    <span class="caller">
      <Avatar name={person.name} />
      <span>
        <strong>{person.name}</strong>
        <small>{how}</small>
      </span>
    </span>
  );
}
