import type { Value } from '@beseda/shared/client/value';
import { useLayoutEffect, useState } from 'preact/hooks';

/** The current content of a value; draws again when it changes, also between the first drawing and the subscription. */
export function useValue<T>(value: Value<T>): T {
  const [, draw] = useState({});
  const shown = value.get();
  useLayoutEffect(() => {
    if (value.get() !== shown) draw({});
    return value.subscribe(() => draw({}));
  }, [value]);
  return shown;
}
