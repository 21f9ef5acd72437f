/** Something that changes and can be watched. `subscribe` returns the way to stop. */
export interface Value<T> {
  get(): T;
  subscribe(listener: (value: T) => void): () => void;
}

export function createValue<T>(initial: T): Value<T> & { set(next: T): void } {
  let current = initial;
  const listeners = new Set<(value: T) => void>();
  return {
    get: () => current,
    set(next) {
      current = next;
      for (const listener of listeners) listener(next);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
