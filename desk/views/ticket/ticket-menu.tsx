import type { AgentConversation } from '@beseda/shared/domain/event';
import { mergedInto, splitFrom } from '../../model/topics';
import { useActions, useDesk, useTexts } from '../contexts';
import { Icon } from '../icons';
import { MenuButton, type MenuItem } from '../menu';

/** What can be done with the whole ticket. */
export function TicketMenu({ conversation }: { conversation: AgentConversation }) {
  const { texts } = useTexts();
  const actions = useActions();
  const { agent } = useDesk();
  const words = texts.topics;
  const merged = mergedInto(conversation);
  const items: MenuItem[] = merged
    ? [{ label: words.unmerge, run: () => actions.unmerge() }]
    : [
        { label: words.splitCommand, hint: 'X', run: () => actions.split() },
        { label: words.mergeCommand, hint: 'M', run: () => actions.merge() },
      ];
  if (splitFrom(conversation)) items.push({ label: words.unsplit, run: () => actions.unsplit() });
  items.push({ label: words.articleCommand, run: () => actions.makeArticle() });
  if (agent.role === 'admin') {
    items.push({
      label: texts.deleting.command(conversation.number),
      run: () => actions.deleteTicket(conversation.number),
    });
  }
  return (
    <MenuButton class="icon-button ticket-menu" label={words.actions} items={items}>
      <Icon name="more" />
    </MenuButton>
  );
}
