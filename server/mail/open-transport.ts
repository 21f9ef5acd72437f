import { join } from 'node:path';
import type { Environment } from '../config/read-environment';
import { createFolderTransport } from './folder-transport';
import type { MailTransport } from './outgoing-mail';
import { createSmtpTransport } from './smtp-transport';

/** The way out: the server of `SMTP_URL`, else files under `DATA_DIR/mail`. */
export function openTransport(
  environment: Pick<Environment, 'smtpUrl' | 'dataDir' | 'dkim' | 'mailDomain'>,
): MailTransport {
  const { smtpUrl, dkim, mailDomain } = environment;
  if (smtpUrl) return createSmtpTransport(smtpUrl, { dkim: dkim && { ...dkim, domain: mailDomain } });
  return createFolderTransport(join(environment.dataDir, 'mail'));
}
