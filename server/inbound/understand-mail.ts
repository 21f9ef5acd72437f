import type { UnderstoodMail } from '@beseda/shared/protocol/inbound-mails';
import { makeStorable } from '../context/make-storable';
import type { MailAddress, ParsedMail } from './parsing/parsed-mail';

const MOST_TEXT = 100_000;
const MOST_ENTRIES = 200;
const NOBODY: MailAddress = { name: '', address: '' };

/** What is kept of a mail beside its raw bytes, to be read by agents. */
export function understandMail(mail: ParsedMail): UnderstoodMail {
  const understood: UnderstoodMail = {
    from: toPerson(mail.from[0] ?? mail.sender ?? NOBODY),
    to: mail.to.slice(0, MOST_ENTRIES).map(toPerson),
    cc: mail.cc.slice(0, MOST_ENTRIES).map(toPerson),
    subject: mail.subject,
    text: mail.text.slice(0, MOST_TEXT),
    folded: mail.folded.slice(0, MOST_TEXT),
    attachments: mail.files.slice(0, MOST_ENTRIES).map(({ name, type, bytes, sha256 }) => ({
      name,
      type,
      size: bytes.length,
      sha256,
    })),
  };
  makeStorable(understood);
  return understood;
}

function toPerson({ name, address }: MailAddress): MailAddress {
  return { name, address };
}
