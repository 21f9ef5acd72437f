import { X509Certificate } from 'node:crypto';
import type { SmtpReceiver } from '@beseda/shared/protocol/inbound-mails';
import { loadTls, type TlsFiles } from '../../config/read-inbound-smtp';
import type { Context } from '../../context/context';

/** Where this process takes mail by SMTP; null: nowhere. */
export function readReceiver({ environment, mailWays }: Pick<Context, 'environment' | 'mailWays'>): {
  receiver: SmtpReceiver | null;
} {
  const { inboundSmtp, mailDomain } = environment;
  const { smtpPort } = mailWays;
  if (!inboundSmtp || smtpPort === null) return { receiver: null };
  const { host, tls } = inboundSmtp;
  return {
    receiver: {
      host,
      port: smtpPort,
      domain: mailDomain,
      tls: tls ? 'own' : 'self_signed',
      validUntil: tls && readEnd(tls),
    },
  };
}

function readEnd(files: TlsFiles): string | null {
  try {
    return new Date(new X509Certificate(loadTls(files).cert).validTo).toISOString();
  } catch {
    // While the files are being renewed.
    return null;
  }
}
