import { QUEUE_VIEWS } from '@beseda/shared/domain/words';
import { QUEUE_COUNT_LIMIT } from '@beseda/shared/protocol/socket';
import { Avatar } from '@beseda/shared/ui/avatar';
import { usePlaces } from '../../hooks/use-places';
import { useValue } from '../../hooks/use-value';
import { formatPlace } from '../../model/route';
import { AlertsButton } from '../alerts/alerts-button';
import { useActions, useDesk, useTexts } from '../contexts';
import { followInside } from '../follow-inside';
import { Icon } from '../icons';
import { KnowledgeEntry } from '../knowledge/knowledge-link';
import { MailEntry } from '../mail/mail-link';
import { AgentMenu } from './agent-menu';
import { PhoneButtons } from './phone-buttons';

/** The views with their counts, and who works here. */
export function SideBar({ onPassword }: { onPassword: () => void }) {
  const { texts } = useTexts();
  const { watch, agent } = useDesk();
  const actions = useActions();
  const counts = useValue(watch.counts);
  const place = usePlaces();
  return (
    <header class="side">
      <h1 class="brand">{texts.app.name}</h1>
      <nav aria-label={texts.queue.views}>
        <ul class="views">
          {QUEUE_VIEWS.map((view) => {
            const goal = { view, number: null, query: '' };
            return (
              <li key={view}>
                <a
                  class="view"
                  href={formatPlace(goal)}
                  aria-current={
                    place.view === view && !place.settings && !place.knowledge && !place.mail
                      ? 'page'
                      : undefined
                  }
                  onClick={(event) => followInside(event, () => actions.go(goal))}
                >
                  <span>{texts.views[view]}</span>
                  {counts && <span class="count">{countedAs(counts[view])}</span>}
                </a>
              </li>
            );
          })}
        </ul>
      </nav>
      <PhoneButtons>
        <KnowledgeEntry />
        <MailEntry />
        <AlertsButton />
      </PhoneButtons>
      <div class="side-foot">
        <button
          type="button"
          class="icon-button keys-button"
          aria-label={texts.menu.shortcuts}
          title={`${texts.menu.shortcuts} (?)`}
          onClick={() => actions.help()}
        >
          <Icon name="keys" />
        </button>
        <AgentMenu onPassword={onPassword}>
          <Avatar name={agent.name} />
          <span class="agent-name">{agent.name}</span>
        </AgentMenu>
      </div>
    </header>
  );
}

const countedAs = (count: number) => (count > QUEUE_COUNT_LIMIT ? `${QUEUE_COUNT_LIMIT}+` : count);
