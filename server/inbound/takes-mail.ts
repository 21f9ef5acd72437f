import type { Services } from '../context/context';
import type { Transaction } from '../db/connect';
import { loadWebhookSecret } from './webhook/webhook-secret';

/** Whether an answer to our mails can reach us by any way: SMTP, a mailbox, or handed over by HTTP. */
export async function takesMail(
  { environment: { inboundSmtp, imap } }: Pick<Services, 'environment'>,
  tx: Transaction,
): Promise<boolean> {
  return inboundSmtp !== null || imap.length > 0 || (await loadWebhookSecret(tx)) !== null;
}
