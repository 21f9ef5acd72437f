import type { MailMark } from '@beseda/shared/domain/event';
import { useState } from 'preact/hooks';
import { useTexts } from '../contexts';
import { Dialog } from '../dialog';

/** A mail as its sender laid it out, in a frame that runs nothing. What lies elsewhere is loaded when it is asked for. */
export function MailDialog({ mail, onClose }: { mail: MailMark; onClose: () => void }) {
  const { texts } = useTexts();
  const [images, setImages] = useState(false);
  const words = texts.ticket.byMail;
  const title = mail.subject || words.noSubject;
  return (
    <Dialog label={title} class="wide mail-dialog" onClose={onClose}>
      <h2>{title}</h2>
      <iframe
        key={String(images)}
        title={title}
        sandbox="allow-popups allow-popups-to-escape-sandbox"
        referrerpolicy="no-referrer"
        src={`/api/v1/inbound-mails/${mail.id}/original${images ? '?images=1' : ''}`}
      />
      <div class="dialog-foot">
        {!images && (
          <button type="button" class="button" title={words.imagesHint} onClick={() => setImages(true)}>
            {words.images}
          </button>
        )}
        <button type="button" class="button" onClick={onClose}>
          {texts.app.close}
        </button>
      </div>
    </Dialog>
  );
}
