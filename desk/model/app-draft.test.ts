import { completeTheme } from '@beseda/shared/domain/app-theme';
import type { AppCard } from '@beseda/shared/protocol/admin';
import { expect, it } from 'vitest';
import { draftOf, isSameDraft, patchOf } from './app-draft';

const CARD: AppCard = {
  id: 'id',
  key: 'key',
  name: 'Офис',
  origins: ['https://a.example', 'https://b.example'],
  trustedClaims: true,
  disabled: false,
  kids: [],
  seenAt: null,
  theme: completeTheme({ launcher: { ru: 'Помощь', en: null } }),
  conversations: 0,
  sessions: 0,
  seen: [],
  refused: [],
  secrets: [],
  publicUrl: 'https://help.example',
  createdAt: '2026-11-27T08:00:00.000Z',
};

it('gives back what it was made of', () => {
  const { name, origins, trustedClaims, theme } = CARD;
  expect(patchOf(draftOf(CARD))).toEqual({ name, origins, trustedClaims, theme });
});

it('takes origins however they are set apart, and empty words as the usual ones', () => {
  const draft = draftOf(CARD);
  const typed = {
    ...draft,
    origins: ' https://a.example, https://b.example;\n\nhttps://c.example ',
    theme: { ...draft.theme, launcher: { ru: '  ', en: ' Help ' } },
  };
  expect(patchOf(typed)).toMatchObject({
    origins: ['https://a.example', 'https://b.example', 'https://c.example'],
    theme: { launcher: { ru: null, en: 'Help' } },
  });
  expect(isSameDraft(draft, { ...draft, origins: `${draft.origins}\n` })).toBe(true);
  expect(isSameDraft(draft, typed)).toBe(false);
});
