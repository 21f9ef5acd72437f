import type { Services } from '../context/context';
import type { StoredEvent } from '../conversations/stored-event';
import { ratingUrl } from '../tickets/rating-link';
import type { News } from './templates/news';

/** The last change of the status among these, when it is that somebody of the support says that it is done. */
export function findEnding(events: readonly StoredEvent[]): StoredEvent | null {
  const last = events.findLast(({ kind }) => kind === 'status');
  if (!last || last.author.kind === 'requester') return null;
  const { from, to, acceptance } = last.data ?? {};
  const isDone = to === 'solved' || (to === 'closed' && from === 'solved') || acceptance === 'proposed';
  return isDone ? last : null;
}

export function tellEnding(
  services: Services,
  event: StoredEvent | null,
  mail: { locale: string; writtenAt: string; isRated: boolean },
): News | null {
  if (!event) return null;
  const acceptBy = event.data?.state?.acceptBy;
  if (event.data?.acceptance === 'proposed' && acceptBy) return { kind: 'proposed', acceptBy };
  const link = { ...mail, conversationId: event.conversationId };
  const rate = { good: ratingUrl(services, link, 'good'), bad: ratingUrl(services, link, 'bad') };
  return { kind: 'solved', rate: mail.isRated ? null : rate };
}
