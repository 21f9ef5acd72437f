import type { LockedConversation } from '../conversations/lock-conversation';
import type { StoredEvent } from '../conversations/stored-event';
import type { Transaction } from '../db/connect';
import { SETTINGS } from '../settings/settings-table';
import { findPromiseNews } from './find-promise-news';
import { queueAnswerMail } from './queue-answer-mail';

const DELAY = 'mail.unseen_delay_seconds';

/** «Email if unseen», when a promise that its readers know of was missed or put off. */
export async function queuePromiseMail(
  tx: Transaction,
  locked: LockedConversation,
  recorded: readonly StoredEvent[],
  at: string,
): Promise<void> {
  if (!findPromiseNews(recorded)) return;
  const [own] = await tx.sql<
    { seconds: number }[]
  >`select value::int as seconds from settings where key = ${DELAY}`;
  await queueAnswerMail(tx, locked, at, own?.seconds ?? SETTINGS[DELAY].fallback);
}
