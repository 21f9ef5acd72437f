import { PRIORITIES, QUEUE_VIEWS, TICKET_STATUSES, TICKET_TYPES } from '@beseda/shared/domain/words';
import type { AgentListItem } from '@beseda/shared/protocol/http';
import type { TicketPatch } from '@beseda/shared/protocol/socket';
import type { Texts } from '../../locales/ru';
import { knowledgeHome } from '../../model/knowledge-route';
import { MAIL_SECTIONS } from '../../model/mail-route';
import type { PaletteItem } from '../../model/palette';
import { mergedInto, splitFrom } from '../../model/topics';
import type { UpdatedTicket } from '../../model/update-ticket';
import type { Actions, Choice } from '../actions';

export type Runnable = PaletteItem & { run: () => void };
interface Sources {
  texts: Texts;
  actions: Actions;
  target: UpdatedTicket | null;
  agents: readonly AgentListItem[];
  agentId: string;
  isAdmin: boolean;
}

/** The values of one property, the present one marked. */
export function choicesOf(what: Choice, sources: Sources): Runnable[] {
  const { texts, actions, target } = sources;
  if (target === null) return [];
  const item = (id: string, label: string, patch: TicketPatch, current: boolean): Runnable => ({
    id: `${what} ${id}`,
    label,
    current,
    run: () => actions.change(target, patch),
  });
  switch (what) {
    case 'assignee':
      return assigneesOf(sources).map(({ id, name }) =>
        item(id ?? '', name, { assignee: id }, (target.assignee?.id ?? null) === id),
      );
    case 'status':
      return TICKET_STATUSES.map((status) =>
        item(status, texts.statuses[status], { status }, target.status === status),
      );
    case 'priority':
      return PRIORITIES.map((priority) =>
        item(priority, texts.priorities[priority], { priority }, target.priority === priority),
      );
    case 'type':
      return [...TICKET_TYPES, null].map((type) =>
        item(type ?? '', type === null ? texts.noType : texts.types[type], { type }, target.type === type),
      );
    default:
      return [];
  }
}

/** Who a ticket can be given to, oneself first. */
export function assigneesOf({
  texts,
  agents,
  agentId,
}: Pick<Sources, 'texts' | 'agents' | 'agentId'>): { id: string | null; name: string }[] {
  const me = agents.find((agent) => agent.id === agentId);
  return [
    { id: agentId, name: me ? `${texts.me} (${me.name})` : texts.me },
    ...agents.filter((agent) => agent.id !== agentId).map(({ id, name }) => ({ id, name })),
    { id: null, name: texts.nobody },
  ];
}

/** Everything one can do from here: the open ticket first, then the ways to go. */
export function commandsOf(sources: Sources): Runnable[] {
  const { texts, actions, target } = sources;
  const prefixes = {
    assignee: texts.palette.assign,
    status: texts.palette.status,
    priority: texts.palette.priority,
    type: texts.palette.type,
  };
  const changes = (['assignee', 'status', 'priority', 'type'] as const).flatMap((what) =>
    choicesOf(what, sources).map((choice) => ({ ...choice, label: prefixes[what](choice.label) })),
  );
  const writing: Runnable[] = [
    { id: 'reply', label: texts.composer.reply, keys: 'R', run: () => actions.write('reply') },
    { id: 'note', label: texts.composer.note, keys: 'N', run: () => actions.write('note') },
  ];
  const going = QUEUE_VIEWS.map((view) => ({
    id: `go ${view}`,
    label: texts.palette.go(texts.views[view]),
    keys: `G ${{ unassigned: 'U', mine: 'M', open: 'O', pending: 'P', solved: 'S', all: 'A' }[view]}`,
    run: () => actions.go({ view, number: null, query: '' }),
  }));
  const rest: Runnable[] = [
    { id: 'search', label: texts.shortcuts.search, keys: '/', run: () => actions.search() },
    { id: 'call', label: texts.shortcuts.call, keys: 'C', run: () => actions.call() },
    { id: 'call-backs', label: texts.shortcuts.callBacks, run: () => actions.callBacks() },
    { id: 'help', label: texts.shortcuts.title, keys: '?', run: () => actions.help() },
  ];
  const settings: Runnable[] = sources.isAdmin
    ? [
        {
          id: 'settings',
          label: texts.menu.settings,
          run: () => actions.go({ settings: { section: 'companies', id: null } }),
        },
      ]
    : [];
  const knowledge: Runnable[] = [
    {
      id: 'knowledge',
      label: texts.palette.go(texts.menu.knowledge),
      keys: 'G K',
      run: () => actions.go({ knowledge: knowledgeHome() }),
    },
  ];
  const mail: Runnable = {
    id: 'mail',
    label: texts.palette.go(texts.menu.mail),
    run: () => actions.go({ mail: { section: MAIL_SECTIONS[0], id: null } }),
  };
  const topics = topicsOf(sources);
  const deleting: Runnable[] =
    target && sources.isAdmin
      ? [
          {
            id: 'delete',
            label: texts.deleting.command(target.number),
            run: () => actions.deleteTicket(target.number),
          },
        ]
      : [];
  return [
    ...(target ? [...writing, ...changes] : []),
    ...topics,
    ...going,
    ...knowledge,
    mail,
    ...rest,
    ...settings,
    ...deleting,
  ];
}

/** One topic, one ticket: what can be done about it with the open ticket. */
function topicsOf({ texts, actions }: Sources): Runnable[] {
  const open = actions.openTicket();
  if (!open) return [];
  const { topics } = texts;
  const items: Runnable[] = mergedInto(open)
    ? [{ id: 'unmerge', label: topics.unmerge, run: () => actions.unmerge() }]
    : [
        { id: 'split', label: topics.splitCommand, keys: 'X', run: () => actions.split() },
        { id: 'merge', label: topics.mergeCommand, keys: 'M', run: () => actions.merge() },
      ];
  if (splitFrom(open)) items.push({ id: 'unsplit', label: topics.unsplit, run: () => actions.unsplit() });
  return items;
}
