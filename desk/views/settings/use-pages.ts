import type { ErrorCode } from '@beseda/shared/protocol/errors';
import type { Page } from '@beseda/shared/protocol/http';
import { useEffect, useState } from 'preact/hooks';
import { useDesk } from '../contexts';

const PAGE_SIZE = 50;

/** A list that is fetched page by page. */
export interface Pages<T> {
  /** Null: nothing is known yet. */
  rows: readonly T[] | null;
  hasMore: boolean;
  failed: ErrorCode | null;
  more: () => void;
  retry: () => void;
  /** Puts a changed row in its place. */
  replace: (row: T, isSame: (other: T) => boolean) => void;
}

/** The list at `path`; other parameters make it another list, the old one stays until the first page is there. */
export function usePages<T>(path: string, params: Readonly<Record<string, string>>): Pages<T> {
  const { http } = useDesk();
  const [known, setKnown] = useState<{ rows: readonly T[] | null; next: string | null }>({
    rows: null,
    next: null,
  });
  const [failed, setFailed] = useState<ErrorCode | null>(null);
  const [attempt, setAttempt] = useState(0);
  const query = new URLSearchParams({ ...params, limit: String(PAGE_SIZE) }).toString();

  async function fetchPage(cursor: string | null, before: readonly T[], signal?: AbortSignal): Promise<void> {
    const from = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const ack = await http<Page<T>>('GET', `${path}?${query}${from}`, undefined, signal ? { signal } : {});
    if (signal?.aborted) return;
    setFailed(ack.ok ? null : ack.code);
    if (ack.ok) setKnown({ rows: [...before, ...ack.data.results], next: ack.data.next });
  }

  useEffect(() => {
    const over = new AbortController();
    void fetchPage(null, [], over.signal);
    return () => over.abort();
  }, [path, query, attempt]);

  return {
    rows: known.rows,
    hasMore: known.next !== null,
    failed,
    more: () => void fetchPage(known.next, known.rows ?? []),
    retry: () => setAttempt(attempt + 1),
    replace: (row, isSame) =>
      setKnown({ ...known, rows: known.rows?.map((other) => (isSame(other) ? row : other)) ?? null }),
  };
}
