import type { ErrorCode } from '@beseda/shared/protocol/errors';
import type { OutsideSummary } from '@beseda/shared/protocol/kb-checks';
import { useEffect, useState } from 'preact/hooks';
import { useDesk, useTexts } from '../../contexts';
import { useKbWords } from '../use-kb-words';
import { useCheckWords } from './use-check-words';

const LOOK_MS = 3_000;

/** How far links to other sites are checked, whether at all, and that they are to be checked now. */
export function OutsidePart({ outside, onChange }: { outside: OutsideSummary; onChange: () => void }) {
  const { http, agent } = useDesk();
  const { why } = useKbWords();
  const words = useCheckWords().outside;
  const tell = useMoment();
  const [failed, setFailed] = useState<ErrorCode | null>(null);
  const { on, addresses, waiting, checkedAt } = outside;
  useEffect(() => {
    if (waiting === 0) return;
    const timer = setTimeout(onChange, LOOK_MS);
    return () => clearTimeout(timer);
  }, [outside]);

  async function checkNow(): Promise<void> {
    const ack = await http('POST', '/kb/checks/outside', {});
    setFailed(ack.ok ? null : ack.code);
    onChange();
  }
  async function turn(value: 'on' | 'off'): Promise<void> {
    const ack = await http('PUT', '/settings/kb.outside_links', { value });
    if (ack.ok && value === 'on') return checkNow();
    setFailed(ack.ok ? null : ack.code);
    onChange();
  }

  return (
    <section class="kb-outside" aria-label={words.label}>
      <p role="status">
        {on ? words.on(addresses) : words.off}
        {waiting > 0 && ` ${words.waiting(waiting)}`}
        {checkedAt && ` ${words.last(tell(checkedAt))}`}
        {!on && agent.role !== 'admin' && ` ${words.askAdmin}`}
      </p>
      <p class="row-actions">
        {on && (
          <button type="button" class="button" disabled={waiting > 0} onClick={() => void checkNow()}>
            {words.now}
          </button>
        )}
        {agent.role === 'admin' && (
          <button type="button" class="button" onClick={() => void turn(on ? 'off' : 'on')}>
            {on ? words.turnOff : words.turnOn}
          </button>
        )}
      </p>
      {failed && (
        <p class="refused" role="alert">
          {why(failed)}
        </p>
      )}
    </section>
  );
}

function useMoment(): (instant: string) => string {
  const { locale } = useTexts();
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  return (instant) => format.format(new Date(instant));
}
