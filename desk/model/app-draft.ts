import type { AppTheme } from '@beseda/shared/domain/app-theme';
import type { AppCard } from '@beseda/shared/protocol/admin';

/** What an admin types of an app: `origins` one a line, '' for usual words. */
export interface AppDraft {
  name: string;
  origins: string;
  trustedClaims: boolean;
  theme: Omit<AppTheme, 'launcher'> & { launcher: { ru: string; en: string } };
}

export function draftOf({ name, origins, trustedClaims, theme }: AppCard): AppDraft {
  const { ru, en } = theme.launcher;
  return {
    name,
    origins: origins.join('\n'),
    trustedClaims,
    theme: { ...theme, launcher: { ru: ru ?? '', en: en ?? '' } },
  };
}

/** As the API takes it. */
export function patchOf(draft: AppDraft) {
  return { ...draft, origins: linesOf(draft.origins), theme: themeOf(draft) };
}

/** As it is drawn. */
export function themeOf({ theme }: AppDraft): AppTheme {
  const { ru, en } = theme.launcher;
  return { ...theme, launcher: { ru: ru.trim() || null, en: en.trim() || null } };
}

export function linesOf(text: string): string[] {
  return text
    .split(/[\s,;]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

export function isSameDraft(one: AppDraft, other: AppDraft): boolean {
  return JSON.stringify(patchOf(one)) === JSON.stringify(patchOf(other));
}
