import { expect, it } from 'vitest';
import { createPreferences } from './preferences';

function storage(initial: Record<string, string> = {}) {
  const items = new Map(Object.entries(initial));
  return {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
  };
}

it('come from the browser first, and from the last visit after that', () => {
  const kept = storage();
  const first = createPreferences(kept, ['en-GB', 'ru']);
  expect(first.get()).toMatchObject({ locale: 'en', theme: 'system', sound: true });
  first.change({ locale: 'ru', listWidth: 400 });
  expect(createPreferences(kept, ['en-GB']).get()).toMatchObject({ locale: 'ru', listWidth: 400 });
});

it('survive nonsense in the storage, and a storage that refuses', () => {
  const broken = storage({ 'beseda.desk.preferences': '{"locale":"xx","theme":1,"listWidth":-5}' });
  expect(createPreferences(broken, ['de']).get()).toMatchObject({
    locale: 'ru',
    theme: 'system',
    listWidth: 260,
  });
  const refuse = () => {
    throw new Error('SecurityError');
  };
  const preferences = createPreferences({ getItem: refuse, setItem: refuse }, ['ru']);
  preferences.change({ sound: false });
  expect(preferences.get().sound).toBe(false);
});
