import type { MailMark } from '@beseda/shared/domain/event';
import { useState } from 'preact/hooks';
import { useTexts } from '../contexts';
import { MailDialog } from './mail-dialog';

/** How a message came by mail: from where, what was left out of it, and the mail itself. */
export function MailPart({ mail }: { mail: MailMark }) {
  const { texts } = useTexts();
  const [open, setOpen] = useState(false);
  const words = texts.ticket.byMail;
  return (
    <div class="mail-part">
      <p>
        {words.from(mail.from)}
        {mail.releasedBy && <span> · {words.released(mail.releasedBy)}</span>}
        {mail.html && (
          <button type="button" class="link-button" onClick={() => setOpen(true)}>
            {words.show}
          </button>
        )}
        <a href={`/api/v1/inbound-mails/${mail.id}/raw`} download>
          {words.download}
        </a>
      </p>
      {mail.refused.length > 0 && <p class="mail-refused">{words.refused(mail.refused.join(', '))}</p>}
      {open && <MailDialog mail={mail} onClose={() => setOpen(false)} />}
    </div>
  );
}
