/** What a mail says. */
export interface MailBody {
  subject: string;
  text: string;
  html: string;
}
