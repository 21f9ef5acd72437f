import { open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import MailComposer from 'nodemailer/lib/mail-composer';
import { makeFolder } from '../files/make-folder';
import { MailFailure, type MailTransport, type OutgoingMail } from './outgoing-mail';
import { toMessage } from './to-message';

/** Keeps mail as `{time}-{id}.eml` files. A file is there whole or not at all; sending again writes it over. */
export function createFolderTransport(folder: string): MailTransport {
  return {
    async send(mail) {
      try {
        await write(folder, mail);
      } catch (error) {
        throw new MailFailure((error as NodeJS.ErrnoException).code ?? 'unknown', false);
      }
    },
    close: () => {},
  };
}

export function mailFileName({ id, createdAt }: Pick<OutgoingMail, 'id' | 'createdAt'>): string {
  return `${createdAt.replaceAll(':', '-')}-${id}.eml`;
}

async function write(folder: string, mail: OutgoingMail): Promise<void> {
  const name = mailFileName(mail);
  const message = await new MailComposer({ ...toMessage(mail), newline: '\r\n' }).compile().build();
  await makeFolder(folder);
  const draft = join(folder, `.${mail.id}.part`);
  const file = await open(draft, 'w', 0o600);
  try {
    await file.writeFile(message);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(draft, join(folder, name));
}
