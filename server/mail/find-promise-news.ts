import { tellPromise } from '@beseda/shared/domain/tell-promise';
import type { Locale } from '@beseda/shared/domain/words';
import type { StoredEvent } from '../conversations/stored-event';
import type { News } from './templates/news';

/** Mail knows nobody's zone: its times are the support's. */
export const MAIL_ZONE = 'Europe/Moscow';

/**
 * The last promise among these that was missed or put off, when nobody of the support has answered or ended it since:
 * what has been answered need not be waited for.
 */
export function findPromiseNews(events: readonly StoredEvent[]): StoredEvent | null {
  const last = events.findLast((event) => event.kind === 'promise' || isOver(event));
  if (last?.kind !== 'promise' || last.audience !== 'all') return null;
  const { from, to, reason } = last.data ?? {};
  const isLater = typeof from === 'string' && typeof to === 'string' && Date.parse(to) > Date.parse(from);
  return reason === 'missed' || isLater ? last : null;
}

function isOver({ kind, author, audience }: StoredEvent): boolean {
  return audience === 'all' && (kind === 'message' || kind === 'status') && author.kind === 'agent';
}

export function tellPromiseNews(
  event: StoredEvent | null,
  { locale, now }: { locale: Locale; now: number },
): News[] {
  const reader = { locale, zone: MAIL_ZONE, supportZone: MAIL_ZONE, now };
  const told = tellPromise(event?.data?.promise ?? null, reader);
  if (told === '') return [];
  const kind = event?.data?.reason === 'missed' ? 'promise_missed' : 'promise_moved';
  return [{ kind, promise: told.replace(/[^.]$/, '$&.') }];
}
