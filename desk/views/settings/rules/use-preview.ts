import type { ErrorCode } from '@beseda/shared/protocol/errors';
import type { RulesPreview } from '@beseda/shared/protocol/rules';
import { useEffect, useState } from 'preact/hooks';
import { useDesk } from '../../contexts';

/** After the last key, so that not every letter is asked about. */
const QUIET_MS = 300;

export type Previewed =
  | { kind: 'unchanged' | 'unread' }
  | { kind: 'counting'; last: RulesPreview | null }
  | { kind: 'ready'; preview: RulesPreview }
  | { kind: 'failed'; code: ErrorCode; field: string | null };

/** What the change would do, asked anew as it changes. `patch`: null where it cannot be read, undefined where there is none. */
export function usePreview(path: string, patch: object | null | undefined): Previewed {
  const { http } = useDesk();
  const [answer, setAnswer] = useState<{ of: string; previewed: Previewed } | null>(null);
  const [last, setLast] = useState<RulesPreview | null>(null);
  const body = patch ? JSON.stringify(patch) : '';
  useEffect(() => {
    if (body === '') return;
    const over = new AbortController();
    const timer = setTimeout(async () => {
      const ack = await http<RulesPreview>('POST', `${path}/preview`, JSON.parse(body), over);
      if (over.signal.aborted) return;
      if (ack.ok) setLast(ack.data);
      const previewed: Previewed = ack.ok
        ? { kind: 'ready', preview: ack.data }
        : { kind: 'failed', code: ack.code, field: ack.field ?? null };
      setAnswer({ of: body, previewed });
    }, QUIET_MS);
    return () => {
      clearTimeout(timer);
      over.abort();
    };
  }, [path, body]);
  if (patch === undefined) return { kind: 'unchanged' };
  if (patch === null) return { kind: 'unread' };
  return answer?.of === body ? answer.previewed : { kind: 'counting', last };
}
