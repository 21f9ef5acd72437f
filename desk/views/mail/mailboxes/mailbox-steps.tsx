import type { StepResult } from '@beseda/shared/domain/words';
import type { MailboxTest } from '@beseda/shared/protocol/inbound-mails';
import { Icon } from '../../icons';
import { useMailboxesWords } from './use-mailboxes-words';

const SIGNS = { ok: 'check', failed: 'close', not_tried: 'minus' } as const satisfies Record<
  StepResult,
  string
>;

/** What a test found, step by step, and what can be done. */
export function MailboxSteps({ user, test }: { user: string; test: MailboxTest }) {
  const words = useMailboxesWords();
  const { code, mails, steps } = test;
  return (
    <>
      <ul class="mailbox-steps" aria-label={words.stepsOf(user)}>
        {steps.map(({ step, result }) => (
          <li key={step} data-result={result}>
            <Icon name={SIGNS[result]} />
            <span>
              {words.steps[step]}: {words.results[result]}
            </span>
          </li>
        ))}
      </ul>
      {code === 'ok' ? (
        <p>{words.fine(mails ?? 0)}</p>
      ) : (
        <p>
          <strong class="mailbox-fault">{words.faults[code]}.</strong> {words.advice[code]}
        </p>
      )}
    </>
  );
}
