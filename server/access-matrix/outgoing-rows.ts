import { uuidv7 } from '@beseda/shared/domain/uuid';
import { SYSTEM } from '../db/actor';
import { agents } from './expectations';
import type { World } from './open-world';
import { type RouteRow, withId } from './route-row';

const base = '/api/v1/outgoing-mails';
const NO_SUCH = '00000000-0000-7000-8000-000000000000';

const ofMail = (what: string, state: string): RouteRow => ({
  call: async (world) => ({ url: `${base}/${await mailOf(world, state)}/${what}`, payload: {} }),
  missing: () => ({ url: `${base}/${NO_SUCH}/${what}`, payload: {} }),
  expected: agents(200),
});
const ofPerson = (what: string): RouteRow => ({
  call: ({ ours }) => withId('/api/v1/people', `${ours.owner.personId}/${what}`),
  missing: () => withId('/api/v1/people', `${NO_SUCH}/${what}`),
  expected: agents(200),
});

/** Mail that goes out: for agents. */
export const OUTGOING_ROWS: Record<string, RouteRow> = {
  'GET /api/v1/outgoing-mails': { call: () => ({ url: base }), expected: agents(200) },
  'POST /api/v1/outgoing-mails/:id/send-again': ofMail('send-again', 'dead'),
  'POST /api/v1/outgoing-mails/:id/cancel': ofMail('cancel', 'waiting'),
  'GET /api/v1/people/:id/mail': ofPerson('mail'),
  'DELETE /api/v1/people/:id/mail/mark': ofPerson('mail/mark'),
};

async function mailOf({ services }: World, state: string): Promise<string> {
  const id = uuidv7();
  await services.database.inTransaction(
    SYSTEM,
    ({ sql }) => sql`
      insert into mail_outbox (id, kind, state, recipient, data, message_id, due_at)
      values (${id}, 'confirmation', ${state}, 'nobody@vita.example', '{}', ${id}, now() + interval '1 day')`,
  );
  return id;
}
