import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useTexts } from './contexts';
import { StateMessage } from './state-message';

/** A part of the page that is fetched when it is first shown. `load` is the same function each time. */
export function LazyPart<P extends object>(props: { load: () => Promise<ComponentType<P>>; given: P }) {
  const { load, given } = props;
  const { texts } = useTexts();
  const [part, setPart] = useState<{ load: unknown; Shown: ComponentType<P> } | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    if (failed) return;
    load().then(
      (Shown) => setPart({ load, Shown }),
      () => setFailed(true),
    );
  }, [load, failed]);
  if (part?.load === load) return <part.Shown {...given} />;
  if (!failed) return <StateMessage title={texts.app.loading} />;
  return (
    <StateMessage title={texts.app.unreached}>
      <button type="button" class="button" onClick={() => setFailed(false)}>
        {texts.app.tryAgain}
      </button>
    </StateMessage>
  );
}
