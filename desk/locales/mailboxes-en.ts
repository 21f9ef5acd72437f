import type { MailboxesTexts } from './mailboxes-ru';

export const mailboxesEn: MailboxesTexts = {
  title: 'Mailboxes and receiving by SMTP',
  boxes: 'Mailboxes',
  folder: (folder) => `folder ${folder}`,
  moved: (folder) => `taken mail goes to ${folder}`,
  states: { starting: 'Connecting', connected: 'Connected', retrying: 'Trying again' },
  since: 'connection made:',
  next: 'next attempt:',
  lastFault: 'Last error:',
  lastTaken: 'Last mail:',
  noneTaken: 'No mail has come from it since the server started.',
  test: 'Test',
  testing: 'Testing…',
  steps: {
    reach: 'The server answers',
    encrypt: 'The connection is encrypted',
    sign_in: 'Name and password are accepted',
    done_folder: 'The folder for taken mail is there',
    failed_folder: 'The folder for mail that cannot be taken is there',
    folder: 'The folder with mail is open',
  },
  results: { ok: 'yes', failed: 'no', not_tried: 'not tried' },
  stepsOf: (user) => `Test of the mailbox ${user}`,
  fine: (mails) => `All is well. Mails in the folder: ${mails}.`,
  faults: {
    unreachable: 'the server was not found or does not answer',
    tls_failed: 'the connection could not be encrypted',
    login_refused: 'the server did not accept the name or password',
    folder_missing: 'the folder with mail could not be opened',
    done_folder_missing: 'the folder for taken mail is missing and could not be made',
    failed_folder_missing: 'the folder for mail that cannot be taken is missing and could not be made',
    timed_out: 'the server did not answer in time',
    failed: 'unknown error',
  },
  advice: {
    unreachable:
      'Check the server’s name and port in IMAP_URL: usually 993 for imaps:// and 143 for imap://. If they are right, find out whether this server’s network lets such connections out.',
    tls_failed:
      'The server’s certificate must be valid for the name in IMAP_URL. With imaps:// encryption begins at once, with imap:// the server must know STARTTLS.',
    login_refused:
      'Check the name and password in IMAP_URL: “@” is written as %40. Often a separate password for programs is needed, and access by IMAP is turned on in the mailbox’s settings.',
    folder_missing:
      'Check the folder’s name in IMAP_URL after the server’s name: folders inside others are written in full.',
    done_folder_missing:
      'Make the folder of the parameter done in the mailbox itself, or correct its name in IMAP_URL.',
    failed_folder_missing:
      'Make the folder of the parameter failed in the mailbox itself, or correct its name in IMAP_URL.',
    timed_out:
      'Test again a little later. If that does not help, check the port in IMAP_URL and whether the server works.',
    failed: 'The mail server’s words are in the log of Beseda.',
  },
  empty: 'There are no mailboxes',
  emptyHint:
    'To take mail from a mailbox that is there already, set the variable IMAP_URL for the server and start it again. Several mailboxes are separated by spaces.',
  example: 'Example',
  smtp: 'Receiving by SMTP',
  listens: (domain) => `Mail for ${domain} is taken at`,
  own: 'Encryption (STARTTLS): certificate of your own',
  until: 'valid until',
  unreadable: 'the certificate’s files cannot be read now',
  selfSigned:
    'Encryption (STARTTLS): self-signed certificate. One of your own is set by SMTP_TLS_CERT and SMTP_TLS_KEY.',
  noSmtp: 'No mail is taken by SMTP: the variable INBOUND_SMTP_PORT is not set.',
};
