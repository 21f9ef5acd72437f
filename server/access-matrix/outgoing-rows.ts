import { uuidv7 } from '@beseda/shared/domain/uuid';
import { SYSTEM } from '../db/actor';
import { mailChoiceUrl } from '../mail/mail-choice';
import { admins, agents, anybody } from './expectations';
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

const template = (what: string, payload?: object): RouteRow => ({
  call: () => ({ url: `/api/v1/mail-templates/solved/ru${what}`, ...(payload ? { payload } : {}) }),
  expected: admins(200),
});

/** Mail that goes out: for agents; what it says, for admins. */
export const OUTGOING_ROWS: Record<string, RouteRow> = {
  'GET /api/v1/outgoing-mails': { call: () => ({ url: base }), expected: agents(200) },
  'POST /api/v1/outgoing-mails/:id/send-again': ofMail('send-again', 'dead'),
  'POST /api/v1/outgoing-mails/:id/cancel': ofMail('cancel', 'waiting'),
  'GET /api/v1/mail-templates': { call: () => ({ url: '/api/v1/mail-templates' }), expected: admins(200) },
  'PUT /api/v1/mail-templates/:key/:locale': template('', { subject: '', body: 'Решено.' }),
  'DELETE /api/v1/mail-templates/:key/:locale': template(''),
  'POST /api/v1/mail-templates/:key/:locale/preview': template('/preview', { subject: '', body: 'Решено.' }),
  'GET /desk/mail-frame': { call: () => ({ url: '/desk/mail-frame' }), expected: agents(200) },
  'GET /api/v1/desk/mail-choice': {
    call: () => ({ url: '/api/v1/desk/mail-choice' }),
    expected: agents(200),
  },
  'PUT /api/v1/desk/mail-choice': {
    call: () => ({ url: '/api/v1/desk/mail-choice', payload: { off: [] } }),
    expected: agents(200),
  },
  /** Leads to who has signed in there; of one person, for whoever has its link. */
  'GET /help/:locale/mail': { call: () => ({ url: '/help/ru/mail' }), expected: anybody(303) },
  'GET /help/:locale/mail/:token': { call: (world) => ({ url: choiceOf(world) }), expected: anybody(200) },
  'POST /help/:locale/mail/:token': {
    call: (world) => ({ url: choiceOf(world), payload: { answer: '1' } }),
    expected: anybody(303),
  },
  'GET /api/v1/people/:id/mail': ofPerson('mail'),
  'DELETE /api/v1/people/:id/mail/mark': ofPerson('mail/mark'),
};

function choiceOf({ services, ours }: World): string {
  return new URL(mailChoiceUrl(services, { personId: ours.owner.personId, locale: 'ru' })).pathname;
}

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
