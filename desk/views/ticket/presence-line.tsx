import type { Presence } from '@beseda/shared/protocol/socket';
import { useDesk, useTexts } from '../contexts';

/** Who else is here: the requester typing, colleagues looking or answering. */
export function PresenceLine({ presence }: { presence: readonly Presence[] }) {
  const { texts, locale } = useTexts();
  const { agent } = useDesk();
  const words = texts.ticket;
  const others = presence.filter(({ who }) => who.kind === 'requester' || who.id !== agent.id);
  const namesOf = (kind: Presence['who']['kind'], mode: Presence['mode']) => [
    ...new Set(
      others.filter(({ who, mode: now }) => who.kind === kind && now === mode).map(({ who }) => who.name),
    ),
  ];
  const join = (names: string[]) => new Intl.ListFormat(locale, { type: 'conjunction' }).format(names);
  const typing = namesOf('requester', 'replying');
  const replying = namesOf('agent', 'replying');
  const viewing = namesOf('agent', 'viewing');
  return (
    <p class="presence" role="status">
      {replying.length > 0 && (
        <span class="presence-replying">
          {(replying.length > 1 ? words.replyingMany : words.replying)(join(replying))}
        </span>
      )}
      {viewing.length > 0 && (
        <span>{(viewing.length > 1 ? words.viewingMany : words.viewing)(join(viewing))}</span>
      )}
      {typing.length > 0 && <span>{words.typing(join(typing))}</span>}
    </p>
  );
}
