/** Every setting an operator may change with `settings set`: its default, what it takes, and how a given text is read. */
export const SETTINGS = {
  'mail.unseen_delay_seconds': number(120, 'whole seconds from 0 to 86400', 0, 86_400),
  'mail.from_name': text('Служба поддержки', 'a name of 1 to 100 characters'),
  'vendor.name': text('MLM Soft', 'a name of 1 to 100 characters'),
} as const;

export type SettingKey = keyof typeof SETTINGS;
export type SettingValues = { [K in SettingKey]: (typeof SETTINGS)[K]['fallback'] };

interface Setting<T> {
  fallback: T;
  takes: string;
  /** Undefined: not a value of this setting. */
  parse(given: string): T | undefined;
}

function number(fallback: number, takes: string, min: number, max: number): Setting<number> {
  return {
    fallback,
    takes,
    parse: (given) => {
      const value = Number(given);
      return given.trim() !== '' && Number.isInteger(value) && value >= min && value <= max
        ? value
        : undefined;
    },
  };
}

function text(fallback: string, takes: string): Setting<string> {
  return {
    fallback,
    takes,
    parse: (given) => {
      const value = given.replace(/\p{Cc}+/gu, ' ').trim();
      return value.length >= 1 && value.length <= 100 ? value : undefined;
    },
  };
}

export function isSettingKey(key: string): key is SettingKey {
  return Object.hasOwn(SETTINGS, key);
}
