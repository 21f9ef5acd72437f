import type { Locale } from '@beseda/shared/domain/words';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { ru, type Texts } from '../locales/ru';
import type { Preferences } from '../model/preferences';
import type { DeskSession } from '../model/session';
import type { Places } from '../start/follow-places';
import type { Desk } from '../start/open-desk';
import type { Actions } from './actions';

/** What the whole page has, signed in or not. */
export interface Page {
  session: DeskSession;
  preferences: Preferences;
  places: Places;
}

export const TextsContext = createContext<{ texts: Texts; locale: Locale }>({ texts: ru, locale: 'ru' });
export const PageContext = createContext<Page | null>(null);
export const DeskContext = createContext<Desk | null>(null);
export const ActionsContext = createContext<Actions | null>(null);

export const useTexts = () => useContext(TextsContext);
export const usePage = (): Page => present(useContext(PageContext));
export const useDesk = (): Desk => present(useContext(DeskContext));
export const useActions = (): Actions => present(useContext(ActionsContext));

function present<T>(value: T | null): T {
  if (value === null) throw new Error('Drawn outside of its context');
  return value;
}
