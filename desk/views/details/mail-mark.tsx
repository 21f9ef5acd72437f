import type { AgentEvent } from '@beseda/shared/domain/event';
import type { PersonMailState } from '@beseda/shared/protocol/outgoing-mails';
import { Time } from '@beseda/shared/ui/time';
import { useEffect, useState } from 'preact/hooks';
import { useNow } from '../../hooks/use-now';
import { useDesk, useTexts } from '../contexts';

/** That nothing is sent to a person's address any more, and the way to change it. */
export function MailMark({ personId, conversationId }: { personId: string; conversationId: string }) {
  const { texts, locale } = useTexts();
  const { http, threads } = useDesk();
  const now = useNow();
  const [mark, setMark] = useState<PersonMailState['mark']>(null);
  const [failed, setFailed] = useState(false);
  const words = texts.details.mail;
  useEffect(() => {
    let late = false;
    const load = async () => {
      const ack = await http<PersonMailState>('GET', `/people/${personId}/mail`);
      if (!late && ack.ok) setMark(ack.data.mark);
    };
    void load();
    const stop = threads.onEvent((id: string, event: AgentEvent) => {
      if (id === conversationId && event.kind === 'undelivered') void load();
    });
    return () => {
      late = true;
      stop();
    };
  }, [personId, conversationId]);
  const unmark = async () => {
    const ack = await http<PersonMailState>('DELETE', `/people/${personId}/mail/mark`);
    setFailed(!ack.ok);
    if (ack.ok) setMark(ack.data.mark);
  };
  if (!mark) return null;
  return (
    <div class="mail-mark" role="status">
      <p>
        {words.marked} <Time at={mark.at} now={now} locale={locale} focusable />
        {mark.status && <span class="soft"> {words.said(mark.status)}</span>}
      </p>
      <button type="button" class="button small" onClick={() => void unmark()}>
        {words.unmark}
      </button>
      {failed && (
        <p class="refused" role="alert">
          {words.failed}
        </p>
      )}
    </div>
  );
}
