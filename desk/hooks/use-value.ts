import type { Value } from '@beseda/shared/client/value';
import { useEffect, useState } from 'preact/hooks';

/** The current content of a value; draws again when it changes. */
export function useValue<T>(value: Value<T>): T {
  const [, draw] = useState({});
  useEffect(() => value.subscribe(() => draw({})), [value]);
  return value.get();
}
