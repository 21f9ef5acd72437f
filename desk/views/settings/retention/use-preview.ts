import type { RetentionPreview, RetentionRule } from '@beseda/shared/protocol/admin';
import { useEffect, useState } from 'preact/hooks';
import { useDesk } from '../../contexts';

const PAUSE_MS = 250;
const NOTHING: RetentionPreview = { doomed: 0, more: false };

/** What so many days would remove next night. Null: it is not known yet, or they are too few. */
export function usePreview(rule: RetentionRule, days: number): RetentionPreview | null {
  const { http } = useDesk();
  const [known, setKnown] = useState<{ days: number; preview: RetentionPreview }>({
    days: rule.days,
    preview: rule,
  });
  useEffect(() => {
    if (days === known.days || !(days >= rule.least)) return undefined;
    const over = new AbortController();
    const query = new URLSearchParams({ key: rule.key, days: String(days) }).toString();
    const timer = setTimeout(() => {
      void http<RetentionPreview>('GET', `/retention/preview?${query}`, undefined, over).then((ack) => {
        if (ack.ok && !over.signal.aborted) setKnown({ days, preview: ack.data });
      });
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      over.abort();
    };
  }, [days, rule.key]);
  if (days === 0) return NOTHING;
  return days === known.days ? known.preview : null;
}
