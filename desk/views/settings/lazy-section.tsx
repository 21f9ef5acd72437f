import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useTexts } from '../contexts';
import { StateMessage } from '../state-message';

type Section = ComponentType<{ id: string | null }>;

/** A section that is fetched when it is opened. `load` is the same function each time. */
export function LazySection({ load, id }: { load: () => Promise<Section>; id: string | null }) {
  const { texts } = useTexts();
  const [section, setSection] = useState<{ Shown: Section } | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    if (failed) return;
    load().then(
      (Shown) => setSection({ Shown }),
      () => setFailed(true),
    );
  }, [load, failed]);
  if (section) return <section.Shown id={id} />;
  if (!failed) return <StateMessage title={texts.app.loading} />;
  return (
    <StateMessage title={texts.app.unreached}>
      <button type="button" class="button" onClick={() => setFailed(false)}>
        {texts.app.tryAgain}
      </button>
    </StateMessage>
  );
}
