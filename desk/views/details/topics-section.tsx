import type { AgentConversation } from '@beseda/shared/domain/event';
import { tellMoment } from '@beseda/shared/domain/tell-promise';
import { exactTime } from '@beseda/shared/ui/time';
import { useNow } from '../../hooks/use-now';
import { ticketUrl } from '../../model/route';
import { useActions, useTexts } from '../contexts';
import { followInside } from '../follow-inside';

/** Until when the company may say whether a task is done. */
export function AcceptanceSection({ acceptBy }: { acceptBy: string }) {
  const { texts, locale } = useTexts();
  const now = useNow();
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const moment = tellMoment(acceptBy, { locale, zone, supportZone: zone, now }, 'by');
  return (
    <section class="details-part" aria-label={texts.topics.acceptance}>
      <h3>{texts.topics.acceptance}</h3>
      <p title={exactTime(acceptBy, locale)}>{texts.topics.acceptBy(moment)}</p>
    </section>
  );
}

/** Tickets that this one leads on to, or comes from. */
export function LinksSection({ links }: Pick<AgentConversation, 'links'>) {
  const { texts } = useTexts();
  const actions = useActions();
  return (
    <section class="details-part" aria-label={texts.topics.links}>
      <h3>{texts.topics.links}</h3>
      <ul class="ticket-links">
        {links.map(({ kind, way, number }) => (
          <li key={`${kind} ${way} ${number}`}>
            {texts.topics.linkKinds[kind][way]}{' '}
            <a
              href={ticketUrl(number)}
              onClick={(event) => followInside(event, () => actions.go({ number }))}
            >
              #{number}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
