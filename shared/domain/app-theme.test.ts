import { expect, it } from 'vitest';
import { completeTheme, contrastWithWhite, darkenForWhite, launcherTexts } from './app-theme';
import { launcherSheet } from './launcher-sheet';

it('white can be read on every accent: light ones are drawn darker, dark ones as they are', () => {
  for (let step = 0; step < 4_096; step += 1) {
    const colour = `#${(step * 4_099).toString(16).padStart(6, '0')}`;
    expect(contrastWithWhite(darkenForWhite(colour)), colour).toBeGreaterThanOrEqual(4.5);
  }
  expect(darkenForWhite('#ffffff')).toBe('#767676');
  expect(darkenForWhite('#3b5bdb')).toBe('#3b5bdb');
  expect(contrastWithWhite('#000000')).toBe(21);
});

it('a theme without anything says what is usual', () => {
  expect(launcherTexts(completeTheme({}))).toEqual({ ru: 'Начать беседу', en: 'Start a conversation' });
  const theme = completeTheme({ launcher: { ru: 'Помощь', en: null } });
  expect(launcherTexts(theme)).toEqual({ ru: 'Помощь', en: 'Start a conversation' });
});

it('the launcher has its colour and place, and the panel keeps its corner within the window', () => {
  expect(launcherSheet(completeTheme({}))).toMatch(/bottom:20px;right:20px.*background:#3b5bdb.*left:20px/);
  expect(launcherSheet(completeTheme({}))).not.toContain('max-height');
  const sheet = launcherSheet(completeTheme({ accent: '#ffd000', bottom: 96, side: 32 }));
  expect(sheet).toMatch(/bottom:96px;right:32px.*max-height:calc\(100% - 116px\).*#8f7300.*left:32px/);
});
