import { expect, it } from 'vitest';
import { completeTheme, contrastWithWhite, darkenForWhite, launcherCss, launcherTexts } from './app-theme';

it('white can be read on every accent: light ones are drawn darker, dark ones as they are', () => {
  for (let step = 0; step < 4_096; step += 1) {
    const colour = `#${(step * 4_099).toString(16).padStart(6, '0')}`;
    expect(contrastWithWhite(darkenForWhite(colour)), colour).toBeGreaterThanOrEqual(4.5);
  }
  expect(darkenForWhite('#ffffff')).toBe('#767676');
  expect(darkenForWhite('#3b5bdb')).toBe('#3b5bdb');
  expect(contrastWithWhite('#000000')).toBe(21);
});

it('a theme without anything says and draws what is usual', () => {
  const theme = completeTheme({});
  expect(launcherTexts(theme)).toEqual({ ru: 'Начать беседу', en: 'Start a conversation' });
  expect(launcherCss(theme)).toBe('button{background:#3b5bdb}');
});

it('writes only what differs; the panel keeps the launcher’s corner', () => {
  const theme = completeTheme({ accent: '#ffd000', bottom: 96, launcher: { ru: 'Помощь', en: null } });
  expect(launcherTexts(theme)).toEqual({ ru: 'Помощь', en: 'Start a conversation' });
  expect(launcherCss(theme)).toBe(
    'button{background:#8f7300}button,iframe{right:20px;bottom:96px}.left{left:20px}iframe{max-height:calc(100% - 116px)}',
  );
});
