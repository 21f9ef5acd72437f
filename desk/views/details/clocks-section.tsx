import type { AgentConversation } from '@beseda/shared/domain/event';
import { type Reader, tellMoment } from '@beseda/shared/domain/tell-promise';
import { tellSteps } from '@beseda/shared/domain/tell-steps';
import { PAUSE_REASONS, type PauseReason } from '@beseda/shared/domain/words';
import type { ExplainedClock } from '@beseda/shared/protocol/http';
import { exactTime, formatTime } from '@beseda/shared/ui/time';
import { useEffect, useState } from 'preact/hooks';
import { useNow } from '../../hooks/use-now';
import type { Texts } from '../../locales/ru';
import { useDesk, useTexts } from '../contexts';

const SHOWN = 3;

/** The ticket's deadlines, each with how it came about. Read anew with every event: most of them touch a clock. */
export function ClocksSection({ conversation }: { conversation: AgentConversation }) {
  const { texts } = useTexts();
  const { http } = useDesk();
  const { number, lastSeq } = conversation;
  const [clocks, setClocks] = useState<readonly ExplainedClock[] | 'failed' | null>(null);
  useEffect(() => {
    let left = false;
    void http<{ results: ExplainedClock[] }>('GET', `/tickets/${number}/clocks`).then((ack) => {
      if (!left) setClocks((before) => (ack.ok ? ack.data.results : (before ?? 'failed')));
    });
    return () => {
      left = true;
    };
  }, [number, lastSeq]);
  const words = texts.alerts;
  return (
    <section class="details-part" aria-label={words.section} aria-busy={clocks === null}>
      <h3>{words.section}</h3>
      {clocks === 'failed' && <p class="soft">{words.failed}</p>}
      {clocks !== 'failed' && clocks?.length === 0 && <p class="soft">{words.nothing}</p>}
      {clocks !== 'failed' && clocks !== null && clocks.length > 0 && (
        <ul class="clocks">
          {choose(clocks).map((clock) => (
            <ClockItem key={clock.startedAt + clock.kind} clock={clock} />
          ))}
        </ul>
      )}
    </section>
  );
}

/** What runs first, then the latest that are over. */
function choose(clocks: readonly ExplainedClock[]): ExplainedClock[] {
  const runs = ({ state }: ExplainedClock) => state !== 'met' && state !== 'cancelled';
  return [...clocks.filter(runs), ...clocks.filter((clock) => !runs(clock))].slice(0, SHOWN);
}

function ClockItem({ clock }: { clock: ExplainedClock }) {
  const { texts, locale } = useTexts();
  const now = useNow();
  const steps = tellSteps({ ...clock, locale });
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const reader = { locale, zone, supportZone: clock.tz, now };
  return (
    <li data-state={clock.state} data-late={clock.breachedAt !== null}>
      <span class="clock-kind">{texts.alerts.clocks[clock.kind]}</span>
      <span class="clock-state" title={clock.dueAt ? exactTime(clock.dueAt, locale) : undefined}>
        {describe(clock, reader, texts.alerts)}
      </span>
      {steps && <small>{steps}</small>}
    </li>
  );
}

const HOUR = 3_600_000;

function describe(clock: ExplainedClock, reader: Reader, words: Texts['alerts']): string {
  const { state, dueAt, metAt, breachedAt } = clock;
  if (state === 'cancelled') return words.cancelled;
  if (state === 'paused') return words.paused[reasonOf(clock)];
  if (state === 'met') return (breachedAt ? words.metLate : words.met)(tellMoment(metAt ?? '', reader, 'at'));
  const due = dueAt ?? '';
  const left = Date.parse(due) - reader.now;
  if (left <= 0) return words.missed(tellMoment(due, reader, 'at'));
  const near = left < HOUR ? `, ${formatTime(due, reader.now, reader.locale)}` : '';
  return tellMoment(due, reader, 'by') + near;
}

function reasonOf({ steps }: ExplainedClock): PauseReason {
  const last = steps.findLast((step) => step.kind === 'paused');
  const reason = last?.kind === 'paused' ? last.reasons.at(-1) : undefined;
  return PAUSE_REASONS.find((known) => known === reason) ?? 'pending';
}
