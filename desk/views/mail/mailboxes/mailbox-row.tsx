import type { ErrorCode } from '@beseda/shared/protocol/errors';
import type { Mailbox, MailboxLive, MailboxTest } from '@beseda/shared/protocol/inbound-mails';
import { Time } from '@beseda/shared/ui/time';
import { useState } from 'preact/hooks';
import { useNow } from '../../../hooks/use-now';
import { useDesk, useTexts } from '../../contexts';
import { MailboxSteps } from './mailbox-steps';
import { useMailboxesWords } from './use-mailboxes-words';

/** One mailbox: which it is, how it is now, and a test of it. */
export function MailboxRow({ mailbox, onTested }: { mailbox: Mailbox; onTested: () => void }) {
  const { texts } = useTexts();
  const { http } = useDesk();
  const words = useMailboxesWords();
  const [busy, setBusy] = useState(false);
  const [tested, setTested] = useState<MailboxTest | null>(null);
  const [refused, setRefused] = useState<ErrorCode | null>(null);
  const { number, host, user, folder, done, live } = mailbox;

  async function test(): Promise<void> {
    setBusy(true);
    const ack = await http<MailboxTest>('POST', `/mailboxes/${number}/test`, {});
    setBusy(false);
    setRefused(ack.ok ? null : ack.code);
    setTested(ack.ok ? ack.data : null);
    onTested();
  }

  return (
    <li class="settings-change mailbox">
      <p>
        <strong>{user}</strong>{' '}
        <span class="soft">
          {host}, {words.folder(folder)}
          {done && `, ${words.moved(done)}`}
        </span>
      </p>
      <Live live={live} />
      <p class="row-actions">
        <button type="button" class="button" disabled={busy} onClick={() => void test()}>
          {busy ? words.testing : words.test}
          <span class="visually-hidden">: {user}</span>
        </button>
      </p>
      <div role="status">{tested && <MailboxSteps user={user} test={tested} />}</div>
      {refused && (
        <p class="refused" role="alert">
          {texts.error(refused)}
        </p>
      )}
    </li>
  );
}

function Live({ live }: { live: MailboxLive }) {
  const { locale } = useTexts();
  const words = useMailboxesWords();
  const now = useNow();
  const at = (moment: string) => <Time at={moment} now={now} locale={locale} focusable />;
  const { state, since, fault, faultAt, nextAt, lastTakenAt } = live;
  return (
    <>
      <p>
        <span class="mailbox-state" data-state={state}>
          {words.states[state]}
        </span>
        {since && (
          <span class="soft">
            , {words.since} {at(since)}
          </span>
        )}
        {nextAt && (
          <span class="soft">
            , {words.next} {at(nextAt)}
          </span>
        )}
      </p>
      {fault && faultAt && (
        <p class={state === 'retrying' ? 'refused' : 'soft'}>
          {words.lastFault} {words.faults[fault]}, {at(faultAt)}
        </p>
      )}
      <p class="soft">
        {lastTakenAt ? (
          <>
            {words.lastTaken} {at(lastTakenAt)}
          </>
        ) : (
          words.noneTaken
        )}
      </p>
    </>
  );
}
