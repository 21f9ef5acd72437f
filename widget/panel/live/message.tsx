import type { Message as MessageData } from '@beseda/shared/domain/event';
import type { Panel } from '../model/panel';
import { threadTexts } from '../texts/thread';
import { Lazy } from '../views/lazy-view';

/** What was written. Links, files and what came by mail are loaded with the first message that has some. */
function Content(props: { panel: Panel; message: MessageData }) {
  const { text, attachments, channel } = props.message;
  const isRich = attachments[0] || channel === 'email' || text.includes('://');
  return (
    <div class="bubble">
      {isRich ? <Lazy {...props} name="rich" id="" text={text} files={attachments} /> : text}
    </div>
  );
}

interface MessageProps {
  panel: Panel;
  message: MessageData;
  isRead: boolean;
  /** The same author has just written: the name is not repeated. */
  goesOn: boolean;
}

export function Message({ panel, message, isRead, goesOn }: MessageProps) {
  const { locale, access } = panel.state;
  const texts = threadTexts(locale);
  const { author, at } = message;
  const own = author.kind === 'requester';
  // Their manager writes on this side too.
  const isMe = access.kind === 'staff' && author.id === access.session.person.id;
  const time = new Date(at);
  const mark = isRead ? texts.isRead : texts.isSent;
  return (
    <article class={own ? 'message own' : 'message'}>
      {goesOn || <h3 class={isMe ? 'sr' : ''}>{isMe ? texts.you : author.name}</h3>}
      <Content panel={panel} message={message} />
      <small>
        <time dateTime={at} title={time.toLocaleString(locale, { dateStyle: 'long', timeStyle: 'long' })}>
          {time.toLocaleTimeString(locale, { timeStyle: 'short' })}
        </time>
        {own && (
          <span title={mark} role="img" aria-label={mark}>
            {isRead ? ' ✓✓' : ' ✓'}
          </span>
        )}
      </small>
    </article>
  );
}
