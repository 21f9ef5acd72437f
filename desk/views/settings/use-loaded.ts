import type { ErrorCode } from '@beseda/shared/protocol/errors';
import { useEffect, useState } from 'preact/hooks';
import { useDesk } from '../contexts';

export type Loaded<T> =
  | { kind: 'loading' }
  | { kind: 'failed'; code: ErrorCode }
  | { kind: 'ready'; data: T };

/** What is at this address now. `show` puts what a change has answered in its place. */
export function useLoaded<T>(path: string): {
  loaded: Loaded<T>;
  reload: () => void;
  show: (data: T) => void;
} {
  const { http } = useDesk();
  const [loaded, setLoaded] = useState<Loaded<T>>({ kind: 'loading' });
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    const over = new AbortController();
    void http<T>('GET', path, undefined, over).then((ack) => {
      if (over.signal.aborted) return;
      setLoaded(ack.ok ? { kind: 'ready', data: ack.data } : { kind: 'failed', code: ack.code });
    });
    return () => over.abort();
  }, [path, attempt]);
  return {
    loaded,
    reload: () => setAttempt((count) => count + 1),
    show: (data) => setLoaded({ kind: 'ready', data }),
  };
}
