import '../../panel/promise/adopt-chip';
import { tellPromise } from '@beseda/shared/domain/tell-promise';
import type { ConversationSummary } from '@beseda/shared/protocol/http';
import { Time } from '@beseda/shared/ui/time';
import listCss from '../../panel/list/list.css?inline';
import { count } from '../../panel/model/fill';
import { readerOf } from '../../panel/promise/reader-of';
import { threadTexts } from '../../panel/texts/thread';
import { adopt } from '../../panel/views/lazy-view';
import { portalTexts } from '../texts';
import { Link } from './link';
import type { PortalProps } from './portal-view';

adopt(listCss);

/** One request: what it is, where it stands, who spoke last and when the answer comes. */
export function Row({ portal, row }: PortalProps & { row: ConversationSummary }) {
  const { locale, texts: words, access } = portal.panel.state;
  const texts = portalTexts(locale);
  const { number, subject, status, type, unread, lastMessage, requester } = row;
  const { author } = lastMessage;
  const me = access.kind === 'staff' ? access.session.person : null;
  const isMine = author.kind === 'requester' && author.name === me?.name;
  const promised = tellPromise(row.promise, readerOf(portal.panel));
  const place = portal.place();
  return (
    <Link
      portal={portal}
      to={{ name: 'request', number }}
      class="row"
      current={place?.name === 'request' && place.number === number}
      focus={place?.name === 'list' && portal.last === number}
    >
      <b>{subject}</b>
      <Time at={row.updatedAt} now={Date.now()} locale={locale} />
      <span class="last">
        {isMine ? texts.you : author.name}: {lastMessage.text || texts.files}
      </span>
      {unread > 0 && (
        <i>
          <span aria-hidden="true">{unread}</span>
          <span class="sr">{count(words.unread, unread, locale)}</span>
        </i>
      )}
      <small>
        № {number}{' '}
        <span class="chip" data-status={status}>
          {threadTexts(locale).statuses[status]}
        </span>{' '}
        {type && <span class="kind">{words.types[type]}</span>}{' '}
        {requester.id !== me?.id && <span class="kind">{requester.name}</span>}{' '}
        {promised && (
          <span class="promised" data-state={row.promise?.state}>
            {promised}
          </span>
        )}
      </small>
    </Link>
  );
}
