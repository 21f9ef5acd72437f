import { createTransport } from 'nodemailer';
import { MailFailure, type MailTransport } from './outgoing-mail';
import { toMessage } from './to-message';

export interface SmtpTimeouts {
  /** Milliseconds of silence after which a server is given up. */
  silence: number;
  /** Milliseconds for a whole mail, however slowly the server talks; below the outbox's lease. */
  whole: number;
}

const TIMEOUTS: SmtpTimeouts = { silence: 20_000, whole: 90_000 };

export interface SmtpParts {
  timeouts?: SmtpTimeouts;
  /** Absent: mail goes out unsigned. */
  dkim?: { selector: string; key: string; domain: string } | null;
}

/**
 * Pooled SMTP, at most five connections; TLS as the URL says (`smtps:`, `?requireTLS=true`), else where the server offers
 * it. Sending again is left to the outbox, which remembers.
 */
export function createSmtpTransport(
  url: string,
  { timeouts = TIMEOUTS, dkim = null }: SmtpParts = {},
): MailTransport {
  const pool = createTransport({
    url,
    ...(dkim ? { dkim: { domainName: dkim.domain, keySelector: dkim.selector, privateKey: dkim.key } } : {}),
    pool: true,
    maxConnections: 5,
    maxRequeues: 0,
    idleTimeout: 20_000,
    connectionTimeout: timeouts.silence,
    greetingTimeout: timeouts.silence,
    socketTimeout: timeouts.silence,
    dnsTimeout: timeouts.silence,
  });
  return {
    async send(mail) {
      try {
        await pool.sendMail({ ...toMessage(mail), signal: AbortSignal.timeout(timeouts.whole) });
      } catch (error) {
        throw explain(error);
      }
    },
    close: () => pool.close({ force: true }),
  };
}

/**
 * A 5xx to sender, recipient or content is final. One to the greeting or the login is the operator's to mend:
 * the mail waits.
 */
function explain(error: unknown): MailFailure {
  const {
    code = 'unknown',
    responseCode,
    response,
  } = error as {
    code?: string;
    responseCode?: number;
    response?: string;
  };
  const enhanced = /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\b/.exec(response ?? '')?.[1];
  const reason = [code, responseCode, enhanced].filter((part) => part !== undefined).join(' ');
  const isAboutMail = code === 'EENVELOPE' || code === 'EMESSAGE';
  return new MailFailure(reason, isAboutMail && responseCode !== undefined && responseCode >= 500);
}
