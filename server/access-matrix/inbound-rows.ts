import { createHmac } from 'node:crypto';
import { uuidv7 } from '@beseda/shared/domain/uuid';
import { contextFor } from '../context/context';
import { SYSTEM } from '../db/actor';
import { storeInbound } from '../inbound/store-inbound';
import { makeWebhookSecret } from '../inbound/webhook/webhook-secret';
import { admins, agents, anybody } from './expectations';
import type { World } from './open-world';
import type { Call, RouteRow } from './route-row';

const NO_SUCH = `/api/v1/inbound-mails/${uuidv7()}`;

/** Mail that came in. */
export const INBOUND_ROWS: Record<string, RouteRow> = {
  'GET /api/v1/inbound-mails': { call: () => ({ url: '/api/v1/inbound-mails' }), expected: agents(200) },
  'GET /api/v1/inbound-mails/:id': {
    call: async (world) => ({ url: await mailOf(world, 'refused') }),
    missing: () => ({ url: NO_SUCH }),
    expected: agents(200),
  },
  'POST /api/v1/inbound-mails/:id/retry': {
    call: async (world) => ({ url: `${await mailOf(world, 'stored')}/retry` }),
    missing: () => ({ url: `${NO_SUCH}/retry` }),
    expected: agents('mail_settled'),
  },
  'POST /api/v1/inbound-mails/raw': {
    call: async ({ services }) => signedMail(await secretOf(services), services.now()),
    expected: anybody(202),
  },
  'GET /api/v1/inbound-mail-webhook': {
    call: () => ({ url: '/api/v1/inbound-mail-webhook' }),
    expected: admins(200),
  },
  'POST /api/v1/inbound-mail-webhook': {
    call: () => ({ url: '/api/v1/inbound-mail-webhook', payload: {} }),
    expected: admins(201),
  },
  'DELETE /api/v1/inbound-mail-webhook': {
    call: () => ({ url: '/api/v1/inbound-mail-webhook' }),
    expected: admins(204),
  },
  'POST /api/v1/inbound-mails/:id/release': {
    call: async (world) => ({ url: `${await mailOf(world, 'stored')}/release` }),
    missing: () => ({ url: `${NO_SUCH}/release` }),
    expected: agents('mail_settled'),
  },
  'POST /api/v1/inbound-mails/:id/refuse': {
    call: async (world) => ({ url: `${await mailOf(world, 'stored')}/refuse` }),
    missing: () => ({ url: `${NO_SUCH}/refuse` }),
    expected: agents('mail_settled'),
  },
  'GET /api/v1/inbound-mails/:id/original': {
    call: async (world) => ({ url: `${await mailOf(world, 'stored')}/original` }),
    missing: () => ({ url: `${NO_SUCH}/original` }),
    expected: agents(200),
  },
  'GET /api/v1/mailboxes': { call: () => ({ url: '/api/v1/mailboxes' }), expected: admins(200) },
  'GET /api/v1/smtp-receiver': { call: () => ({ url: '/api/v1/smtp-receiver' }), expected: admins(200) },
  'POST /api/v1/mailboxes/:number/test': {
    call: () => ({ url: '/api/v1/mailboxes/1/test', payload: {} }),
    expected: admins('not_found'),
  },
  'GET /api/v1/inbound-mails/:id/raw': {
    call: async (world) => ({ url: `${await mailOf(world, 'refused')}/raw` }),
    missing: () => ({ url: `${NO_SUCH}/raw` }),
    expected: agents(200),
  },
};

async function mailOf({ services }: World, state: 'stored' | 'refused'): Promise<string> {
  const raw = new TextEncoder().encode(
    'From: olga@vita.example\r\nSubject: Вопрос\r\nContent-Type: text/html\r\n\r\n<p>Текст</p>\r\n',
  );
  const { id } = await storeInbound(services, { raw, way: 'smtp', envelope: { from: '', to: [] } });
  await services.database.inTransaction(
    SYSTEM,
    ({ sql }) => sql`update inbound_mails set state = ${state} where id = ${id}`,
  );
  return `/api/v1/inbound-mails/${id}`;
}

async function secretOf(services: World['services']): Promise<string> {
  return (await makeWebhookSecret(contextFor(services, SYSTEM))).secret;
}

function signedMail(secret: string, now: number): Call {
  const timestamp = String(Math.floor(now / 1000));
  const payload = 'From: olga@vita.example\r\nSubject: Webhook\r\n\r\nText\r\n';
  const signature = createHmac('sha256', secret).update(`${timestamp}.${payload}`).digest('hex');
  return {
    url: '/api/v1/inbound-mails/raw',
    payload,
    headers: {
      'content-type': 'message/rfc822',
      'x-beseda-timestamp': timestamp,
      'x-beseda-signature': signature,
    },
  };
}
