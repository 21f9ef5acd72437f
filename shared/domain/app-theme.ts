/** What the launcher and the panel of an app are drawn with. */
export interface AppTheme {
  /** `#rrggbb`; drawn darker where white on it could not be read. */
  accent: string;
  position: 'left' | 'right';
  /** Distance from the sides of the window, in CSS pixels. */
  side: number;
  bottom: number;
  /** What the launcher says, by locale; null: the usual words. */
  launcher: { ru: string | null; en: string | null };
  /** The page has a button of its own: ours is not drawn until `show`. */
  ownButton: boolean;
}

/** The colour of an app whose theme names none. */
export const DEFAULT_ACCENT = '#3b5bdb';

export const USUAL_LAUNCHER = { ru: 'Начать беседу', en: 'Start a conversation' } as const;

const USUAL: AppTheme = {
  accent: DEFAULT_ACCENT,
  position: 'right',
  side: 20,
  bottom: 20,
  launcher: { ru: null, en: null },
  ownButton: false,
};

/** A theme of which some is set, with the usual in place of the rest. */
export function completeTheme(given: Partial<AppTheme>): AppTheme {
  return { ...USUAL, ...given, launcher: { ...USUAL.launcher, ...given.launcher } };
}

export function launcherTexts({ launcher }: AppTheme): { ru: string; en: string } {
  return { ru: launcher.ru ?? USUAL_LAUNCHER.ru, en: launcher.en ?? USUAL_LAUNCHER.en };
}

/** WCAG 2.2 AA for text. */
const LEAST_CONTRAST = 4.5;

/** How much white stands out on this colour: 1 to 21. */
export function contrastWithWhite(colour: string): number {
  return 1.05 / (luminanceOf(readColour(colour)) + 0.05);
}

/** The same hue, as dark as it must be for white text on it; a colour that is dark enough stays as it is. */
export function darkenForWhite(colour: string): string {
  const linear = readColour(colour);
  const factor = (1.05 / LEAST_CONTRAST - 0.05) / luminanceOf(linear);
  return factor >= 1 ? colour : writeColour(linear.map((part) => part * factor));
}

/** Red, green and blue of `#rrggbb` as amounts of light, 0 to 1. */
function readColour(colour: string): number[] {
  return [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
}

/** Rounded down, so that it is never lighter than asked for. */
function writeColour(linear: readonly number[]): string {
  const parts = linear.map((part) => {
    const value = part <= 0.0031308 ? part * 12.92 : 1.055 * part ** (1 / 2.4) - 0.055;
    return Math.floor(value * 255)
      .toString(16)
      .padStart(2, '0');
  });
  return `#${parts.join('')}`;
}

function luminanceOf([red = 0, green = 0, blue = 0]: readonly number[]): number {
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
