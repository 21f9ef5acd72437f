import type { Interval } from '@beseda/shared/domain/open-hours';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { addInterval } from '../../../model/calendar-form';
import { Icon } from '../../icons';
import { useRuleWords } from '../rules/use-rule-words';
import { TimeInput } from './time-input';

/** The hours of one day: as many intervals as it has. `day` names it for those who do not see the table. */
export function IntervalInputs(props: {
  day: string;
  intervals: readonly Interval[];
  onChange: (intervals: Interval[]) => void;
}) {
  const { day, intervals, onChange } = props;
  const { calendars: words } = useRuleWords();
  const place = useRef<HTMLDivElement>(null);
  const [wanted, setWanted] = useState<string | null>(null);
  useLayoutEffect(() => {
    if (wanted === null) return;
    place.current?.querySelector<HTMLElement>(wanted)?.focus();
    setWanted(null);
  }, [wanted]);

  const replace = (at: number, interval: Interval) =>
    onChange(intervals.map((other, index) => (index === at ? interval : other)));
  const remove = (at: number) => {
    onChange(intervals.filter((_, index) => index !== at));
    setWanted('.rule-add');
  };
  const add = () => {
    onChange(addInterval(intervals));
    setWanted('.rule-interval:last-of-type input');
  };

  return (
    <div class="rule-intervals" ref={place}>
      {intervals.map(([from, to], at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: intervals have no name but their place.
        <div class="rule-interval" key={at}>
          <TimeInput
            label={`${day}, ${words.from}`}
            value={from}
            onChange={(time) => replace(at, [time, to])}
          />
          <span aria-hidden="true">–</span>
          <TimeInput
            label={`${day}, ${words.to}`}
            value={to}
            onChange={(time) => replace(at, [from, time])}
          />
          <button
            type="button"
            class="icon-button"
            aria-label={`${words.removeHours}: ${day}, ${from}–${to}`}
            title={words.removeHours}
            onClick={() => remove(at)}
          >
            <Icon name="close" />
          </button>
        </div>
      ))}
      <button
        type="button"
        class="button small quiet rule-add"
        aria-label={`${intervals.length === 0 ? words.add : words.addMore}: ${day}`}
        onClick={add}
      >
        {intervals.length === 0 ? words.add : words.addMore}
      </button>
    </div>
  );
}
