import type { Rating } from '@beseda/shared/domain/event';
import type { Locale, PersonRole, TicketStatus } from '@beseda/shared/domain/words';
import type { Services } from '../context/context';
import { type RequesterActor, SYSTEM } from '../db/actor';
import { readRatingToken } from './rating-link';

/** What stands on the page where a ticket is rated, and for whom its link speaks. */
export interface OpenRating {
  actor: RequesterActor;
  number: number;
  subject: string;
  status: TicketStatus;
  rating: Pick<Rating, 'score' | 'comment'> | null;
}

interface Row extends Omit<OpenRating, 'actor'> {
  personId: string;
  companyId: string;
  role: PersonRole;
  name: string;
  locale: Locale;
}

/** Null: the link is good no more, or its person is served no more. */
export async function openRating(services: Services, token: string): Promise<OpenRating | null> {
  const id = readRatingToken(services.secrets.ratingLinks, services.now(), token);
  if (id === null) return null;
  const [row] = await services.database.inTransaction(
    SYSTEM,
    ({ sql }) => sql<Row[]>`
      select t.number::int, c.subject, t.status, p.id as "personId", c.company_id as "companyId", p.role, p.name, p.locale,
        (select json_build_object('score', r.score, 'comment', r.comment) from ratings r
          where r.conversation_id = c.id) as rating
      from conversations c join tickets t on t.conversation_id = c.id
        join people p on p.id = c.person_id join companies o on o.id = c.company_id
      where c.id = ${id} and not c.links @> '[{"kind": "merged", "way": "on"}]' and p.role <> 'distributor' and p.blocked_at is null and o.suspended_at is null`,
  );
  if (!row) return null;
  const { personId, companyId, role, name, locale, ...ticket } = row;
  const kind = role === 'manager' ? 'manager' : 'requester';
  return { ...ticket, actor: { kind, personId, companyId, name, locale, appId: null, sessionId: '' } };
}
