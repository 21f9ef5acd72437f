import type { Preferences } from '../model/preferences';

/** Puts language, theme and pane widths on the document, now and after every change. */
export function showPreferences(preferences: Preferences): void {
  const show = () => {
    const { locale, theme, listWidth, detailsWidth } = preferences.get();
    const root = document.documentElement;
    root.lang = locale;
    if (theme === 'system') delete root.dataset['theme'];
    else root.dataset['theme'] = theme;
    root.style.setProperty('--list-width', `${listWidth}px`);
    root.style.setProperty('--details-width', `${detailsWidth}px`);
  };
  show();
  preferences.subscribe(show);
}
