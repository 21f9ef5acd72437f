import { settingsEn } from '../../locales/settings-en';
import { type SettingsTexts, settingsRu } from '../../locales/settings-ru';
import { useTexts } from '../contexts';

/** The texts of the settings, which are fetched with them. */
export function useWords(): SettingsTexts {
  return useTexts().locale === 'ru' ? settingsRu : settingsEn;
}
