import type { SendMailOptions } from 'nodemailer';
import type { OutgoingMail } from './outgoing-mail';

/** The mail as nodemailer takes it. Addresses are objects: nothing in them is parsed as a list. */
export function toMessage(mail: OutgoingMail): SendMailOptions {
  const ids = mail.references.map((id) => `<${id}>`);
  return {
    messageId: `<${mail.messageId}>`,
    date: new Date(mail.createdAt),
    ...(ids.length > 0 ? { references: ids, inReplyTo: ids.at(-1) ?? '' } : {}),
    from: mail.from,
    to: mail.to,
    ...(mail.replyTo ? { replyTo: mail.replyTo } : {}),
    envelope: { from: mail.returnPath, to: [mail.to.address] },
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    headers: {
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'OOF, AutoReply',
      ...(mail.unsubscribe
        ? {
            'List-Unsubscribe': `<${mail.unsubscribe}>`,
            'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
          }
        : {}),
    },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}
