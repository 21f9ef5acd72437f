import { EnvironmentError } from './environment-error';

/** A mailbox that is looked into for mail. */
export interface ImapMailbox {
  host: string;
  port: number;
  /** From the first byte on; else by STARTTLS, without which only this machine is talked to. */
  secure: boolean;
  user: string;
  password: string;
  folder: string;
  /** Where taken mail goes; null: it stays and counts as read. */
  done: string | null;
  /** Where mail goes that cannot be taken; null: it stays, read and flagged. */
  failed: string | null;
  /** All that lies in the folder, or what nobody has read. */
  takes: 'all' | 'unseen';
}

const IMAP_URL_TAKES =
  'imaps://user:password@host/Folder?done=…&failed=…&take=unseen (or imap://, with STARTTLS), several apart by spaces';

const PARAMETERS = new Set(['done', 'failed', 'take']);

/** Throws EnvironmentError, which never shows the password. */
export function readImapUrl(given: string | undefined): ImapMailbox[] {
  const parts = (given ?? '').split(/\s+/).filter(Boolean);
  return parts.map((part) => {
    const mailbox = readOne(part);
    if (!mailbox) throw new EnvironmentError('IMAP_URL', IMAP_URL_TAKES);
    return mailbox;
  });
}

function readOne(given: string): ImapMailbox | null {
  if (!URL.canParse(given)) return null;
  const { protocol, hostname, port, username, password, pathname, searchParams, hash } = new URL(given);
  const secure = protocol === 'imaps:';
  if ((!secure && protocol !== 'imap:') || hostname === '' || username === '' || hash !== '') return null;
  if ([...searchParams.keys()].some((name) => !PARAMETERS.has(name))) return null;
  const done = folderOf(searchParams.get('done'));
  const takes = searchParams.get('take') ?? (done ? 'all' : 'unseen');
  // Without a folder for what is done, all mail would be new for ever.
  if ((takes !== 'all' && takes !== 'unseen') || (takes === 'all' && !done)) return null;
  const decoded = decodeAll([username, password, pathname.slice(1)]);
  if (!decoded) return null;
  const [user = '', secret = '', folder = ''] = decoded;
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? (secure ? 993 : 143) : Number(port),
    secure,
    user,
    password: secret,
    folder: folder || 'INBOX',
    done,
    failed: folderOf(searchParams.get('failed')),
    takes,
  };
}

function folderOf(value: string | null): string | null {
  return value?.trim() || null;
}

function decodeAll(parts: readonly string[]): string[] | null {
  try {
    return parts.map(decodeURIComponent);
  } catch {
    return null;
  }
}
