import type { DaySet } from '@beseda/shared/domain/production-calendar';
import { useEffect, useState } from 'preact/hooks';
import { useDesk } from '../../contexts';

/** This year of a day set and the next; null until it is known. A year that is not there has no special days. */
export function useYearDays(key: string | null, year: number): readonly DaySet[] | null {
  const { http } = useDesk();
  const [known, setKnown] = useState<{ of: string; days: readonly DaySet[] } | null>(null);
  const wanted = key === null ? '' : `${key}/${year}`;
  useEffect(() => {
    if (key === null) return;
    const over = new AbortController();
    const read = (asked: number) => http<DaySet>('GET', `/day-sets/${key}/${asked}`, undefined, over);
    void Promise.all([read(year), read(year + 1)]).then((acks) => {
      if (over.signal.aborted) return;
      setKnown({ of: wanted, days: acks.flatMap((ack) => (ack.ok ? [ack.data] : [])) });
    });
    return () => over.abort();
  }, [wanted]);
  if (key === null) return NONE;
  return known?.of === wanted ? known.days : null;
}

const NONE: readonly DaySet[] = [];
