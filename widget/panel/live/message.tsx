import type { Message as MessageData } from '@beseda/shared/domain/event';
import { Attachments } from '@beseda/shared/ui/attachments';
import { MessageText } from '@beseda/shared/ui/message-text';
import { exactTime, formatClock } from '@beseda/shared/ui/time';
import type { Panel } from '../model/panel';
import { openViewer } from './open-viewer';

interface MessageProps {
  panel: Panel;
  message: MessageData;
  isRead: boolean;
  /** The same author has just written: the name is not repeated. */
  goesOn: boolean;
}

export function Message({ panel, message, isRead, goesOn }: MessageProps) {
  const { texts, locale } = panel.state;
  const { author, text, attachments, at } = message;
  const own = author.kind === 'requester';
  return (
    <article
      class={own ? 'message own' : 'message'}
      onClick={(event) => openViewer(panel, event, attachments)}
    >
      {goesOn || <h3 class={own ? 'sr' : ''}>{own ? texts.you : author.name}</h3>}
      <div class="bubble">
        {text && <MessageText text={text} />}
        <Attachments files={attachments} locale={locale} label={texts.files} />
      </div>
      <small>
        <time dateTime={at} title={exactTime(at, locale)}>
          {formatClock(at, locale)}
        </time>
        {own && (
          <span
            title={isRead ? texts.isRead : texts.isSent}
            role="img"
            aria-label={isRead ? texts.isRead : texts.isSent}
          >
            {isRead ? ' ✓✓' : ' ✓'}
          </span>
        )}
      </small>
    </article>
  );
}
