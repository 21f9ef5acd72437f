import { formatPhoneNumber } from '@beseda/shared/domain/phone-number';
import { useValue } from '../../hooks/use-value';
import { useDesk, useTexts } from '../contexts';
import { Icon } from '../icons';

/** Who calls while the telephone rings. */
export function CallCards({ onOpen }: { onOpen: () => void }) {
  const { texts } = useTexts();
  const { calls } = useDesk();
  const cards = useValue(calls.ringing);
  const words = texts.phone;
  return (
    <div class="call-cards" role="status">
      {cards.map((card) => (
        <section class="call-card" key={card.id} aria-label={words.ringing}>
          <p class="call-card-head">
            <Icon name="phone" />
            <span>{card.state === 'ringing' ? words.ringing : words.onLine}</span>
            <button
              type="button"
              class="icon-button"
              aria-label={words.dismiss}
              onClick={() => calls.dismiss(card.id)}
            >
              <Icon name="close" />
            </button>
          </p>
          <strong>
            {card.callers.map(({ person }) => `${person.name}, ${person.company.name}`).join('; ') ||
              words.unknownCaller}
          </strong>
          <span>{formatPhoneNumber(card.number)}</span>
          <button
            type="button"
            class="button primary"
            onClick={() => {
              calls.take(card);
              onOpen();
            }}
          >
            {words.open}
          </button>
        </section>
      ))}
    </div>
  );
}
