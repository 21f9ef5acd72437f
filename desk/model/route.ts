import { QUEUE_VIEWS, type QueueView } from '@beseda/shared/domain/words';
import { formatKnowledge, type KnowledgePlace, parseKnowledge } from './knowledge-route';
import { formatMail, type MailPlace, parseMail } from './mail-route';

export const SETTINGS_SECTIONS = [
  'companies',
  'plans',
  'policies',
  'calendars',
  'agents',
  'teams',
  'phone-numbers',
  'types',
  'apps',
  'ratings',
  'retention',
  'general',
  'history',
] as const;
export type SettingsSection = (typeof SETTINGS_SECTIONS)[number];

/** Where in the settings one is. `id` is the open object of the section. */
export interface SettingsPlace {
  section: SettingsSection;
  id: string | null;
}

/** Where in the desk one is. `number` is the open ticket; `query` the search in the list; `settings`, `knowledge` or `mail` lie over both. */
export interface Place {
  view: QueueView;
  number: number | null;
  query: string;
  settings?: SettingsPlace;
  knowledge?: KnowledgePlace;
  mail?: MailPlace;
}

export const HOME: Place = { view: 'unassigned', number: null, query: '' };

/**
 * Reads `/desk/{view}`, `/desk/{view}/{number}`, `/desk/tickets/{number}`, `/desk/settings/{section}/{id}` and
 * `/desk/knowledge/{section}/…`, `/desk/mail/{section}/{id}`; anything else is the first view.
 */
export function parsePlace(path: string, search = ''): Place {
  const [, , first = '', second = '', third = ''] = path.split('/');
  if (first === 'knowledge') return { ...HOME, knowledge: parseKnowledge(path, search) };
  if (first === 'mail') return { ...HOME, mail: parseMail(second, third) };
  if (first === 'settings') return { ...HOME, settings: parseSettings(second, third) };
  const view = QUEUE_VIEWS.find((name) => name === first);
  if (view === undefined && first !== 'tickets') return HOME;
  return {
    view: view ?? 'all',
    number: /^[1-9]\d{0,9}$/.test(second) ? Number(second) : null,
    query: new URLSearchParams(search).get('q') ?? '',
  };
}

function parseSettings(section: string, id: string): SettingsPlace {
  const known = SETTINGS_SECTIONS.find((name) => name === section);
  return known ? { section: known, id: id === '' ? null : id } : { section: 'companies', id: null };
}

export function formatSettings({ section, id }: SettingsPlace): string {
  return `/desk/settings/${section}${id === null ? '' : `/${id}`}`;
}

export function formatPlace({ view, number, query, settings, knowledge, mail }: Place): string {
  if (settings) return formatSettings(settings);
  if (knowledge) return formatKnowledge(knowledge);
  if (mail) return formatMail(mail);
  const path = number === null ? `/desk/${view}` : `/desk/${view}/${number}`;
  return query === '' ? path : `${path}?${new URLSearchParams({ q: query }).toString()}`;
}

/** The address of a ticket by itself, good in any view. */
export function ticketUrl(number: number): string {
  return `/desk/tickets/${number}`;
}
