import type { KeyValue } from '../model/preferences';

/** The browser's storage, or a map where even asking for it is refused. */
export function memoryOr(storage: () => KeyValue): KeyValue {
  try {
    return storage();
  } catch {
    const items = new Map<string, string>();
    return {
      getItem: (key) => items.get(key) ?? null,
      setItem: (key, value) => void items.set(key, value),
      removeItem: (key) => void items.delete(key),
    };
  }
}
