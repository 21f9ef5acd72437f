import type { ComponentChildren } from 'preact';
import { useTexts } from '../contexts';
import { StateMessage } from '../state-message';
import type { Loaded } from './use-loaded';
import { useWords } from './use-words';

/** What was loaded, or why it is not there. */
export function LoadedPart<T>(props: {
  loaded: Loaded<T>;
  reload: () => void;
  children: (data: T) => ComponentChildren;
}) {
  const { texts } = useTexts();
  const words = useWords();
  const { loaded } = props;
  if (loaded.kind === 'loading') return <StateMessage title={texts.app.loading} />;
  if (loaded.kind === 'ready') return <>{props.children(loaded.data)}</>;
  return (
    <StateMessage title={words.why(loaded.code)}>
      <button type="button" class="button" onClick={props.reload}>
        {texts.app.tryAgain}
      </button>
    </StateMessage>
  );
}
