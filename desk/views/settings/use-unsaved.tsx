import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { usePage } from '../contexts';
import { ConfirmDialog } from './confirm-dialog';
import { useWords } from './use-words';

/**
 * While `dirty`, asks before the page is left, by a link, a key, the browser's buttons or by closing the tab. `question` is to
 * be drawn; `leave` goes without asking, once what was typed is saved.
 */
export function useUnsaved(dirty: boolean): { question: ComponentChildren; leave: (go: () => void) => void } {
  const { places } = usePage();
  const words = useWords();
  const [onward, setOnward] = useState<{ go: () => void } | null>(null);
  const release = useRef(() => {});
  useLayoutEffect(() => {
    if (!dirty) return;
    const letGo = places.hold((go) => setOnward({ go }));
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', warn);
    release.current = () => {
      letGo();
      removeEventListener('beforeunload', warn);
    };
    return () => release.current();
  }, [dirty, places]);
  return {
    leave(go) {
      release.current();
      go();
    },
    question: onward && (
      <ConfirmDialog
        title={words.unsaved.title}
        what={words.unsaved.what}
        label={words.unsaved.leave}
        cancel={words.unsaved.stay}
        onConfirm={() => {
          setOnward(null);
          release.current();
          onward.go();
        }}
        onClose={() => setOnward(null)}
      />
    ),
  };
}
