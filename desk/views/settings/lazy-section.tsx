import type { ComponentType } from 'preact';
import { LazyPart } from '../lazy-part';

type Section = ComponentType<{ id: string | null }>;

/** A section that is fetched when it is opened. `load` is the same function each time. */
export function LazySection({ load, id }: { load: () => Promise<Section>; id: string | null }) {
  return <LazyPart load={load} given={{ id }} />;
}
