import { isIP } from 'node:net';
import type { MailboxFault, MailboxStep } from '@beseda/shared/domain/words';
import { ImapFlow } from 'imapflow';
import type { ImapMailbox } from '../../config/read-imap-url';

export class MailboxError extends Error {
  readonly fault: MailboxFault;

  constructor(fault: MailboxFault, cause?: unknown) {
    super(`The mailbox cannot be used: ${fault}`, { cause });
    this.fault = fault;
  }
}

export interface OpenMailbox {
  client: ImapFlow;
  close(): void;
}

const CONNECT_MS = 15_000;
const SILENCE_MS = 5 * 60_000;
const POLL_MS = 30_000;

/**
 * Signs in and opens the folder; the folders for what is done and what failed are made where they are missing.
 * Throws MailboxError. `signal` cuts it off, `onPassed` hears of each step that is done.
 */
export async function openMailbox(
  mailbox: ImapMailbox,
  signal: AbortSignal,
  onPassed: (step: MailboxStep) => void = () => {},
): Promise<OpenMailbox> {
  const client = new ImapFlow({
    host: mailbox.host,
    port: mailbox.port,
    secure: mailbox.secure,
    // A password crosses the network encrypted or not at all.
    ...(mailbox.secure || isHere(mailbox.host) ? {} : { doSTARTTLS: true }),
    auth: { user: mailbox.user, pass: mailbox.password },
    ...(isHere(mailbox.host) ? { tls: { rejectUnauthorized: false } } : {}),
    logger: false,
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: SILENCE_MS,
    maxIdleTime: POLL_MS,
    missingIdleCommand: 'NOOP',
  });
  const close = () => client.close();
  // Every failure reaches the caller through the command that it breaks.
  client.on('error', () => {});
  signal.addEventListener('abort', close, { once: true });
  client.once('close', () => signal.removeEventListener('abort', close));
  try {
    await connect(client);
    onPassed('sign_in');
    await openFolders(client, mailbox, onPassed);
    return { client, close };
  } catch (error) {
    close();
    throw error;
  }
}

async function connect(client: ImapFlow): Promise<void> {
  try {
    await client.connect();
  } catch (error) {
    throw new MailboxError(faultOf(error), error);
  }
}

const TLS_CODES =
  /^(?:ERR_TLS|ERR_SSL|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|EPROTO|HOSTNAME_MISMATCH|STARTTLS)/;

function faultOf(error: unknown): MailboxFault {
  const {
    code = '',
    authenticationFailed,
    tlsFailed,
    message = '',
  } = error as Partial<
    Record<'code' | 'message', string> & Record<'authenticationFailed' | 'tlsFailed', boolean>
  >;
  if (authenticationFailed) return 'login_refused';
  if (tlsFailed || TLS_CODES.test(code) || /STARTTLS/i.test(message)) return 'tls_failed';
  if (/TIMEOUT|ETIMEDOUT/i.test(code)) return 'timed_out';
  return 'unreachable';
}

async function openFolders(
  client: ImapFlow,
  { folder, done, failed }: ImapMailbox,
  onPassed: (step: MailboxStep) => void,
): Promise<void> {
  if (done) await haveFolder(client, done, 'done_folder_missing');
  onPassed('done_folder');
  if (failed) await haveFolder(client, failed, 'failed_folder_missing');
  onPassed('failed_folder');
  try {
    await client.mailboxOpen(folder);
    onPassed('folder');
  } catch (error) {
    throw new MailboxError('folder_missing', error);
  }
}

async function haveFolder(client: ImapFlow, folder: string, fault: MailboxFault): Promise<void> {
  try {
    const folders = await client.list();
    if (folders.some(({ path }) => path.toLowerCase() === folder.toLowerCase())) return;
    await client.mailboxCreate(folder);
  } catch (error) {
    throw new MailboxError(fault, error);
  }
}

/** This machine, where there is nobody to listen in. */
export function isHere(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
}
