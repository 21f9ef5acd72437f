/** The colour of an app whose theme names none. */
export const DEFAULT_ACCENT = '#3b5bdb';
