import { uuidv7 } from '@beseda/shared/domain/uuid';
import { SYSTEM } from '../db/actor';
import { storeInbound } from '../inbound/store-inbound';
import { agents } from './expectations';
import type { World } from './open-world';
import type { RouteRow } from './route-row';

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
  'GET /api/v1/inbound-mails/:id/raw': {
    call: async (world) => ({ url: `${await mailOf(world, 'refused')}/raw` }),
    missing: () => ({ url: `${NO_SUCH}/raw` }),
    expected: agents(200),
  },
};

async function mailOf({ services }: World, state: 'stored' | 'refused'): Promise<string> {
  const raw = new TextEncoder().encode('From: olga@vita.example\r\nSubject: Вопрос\r\n\r\nТекст\r\n');
  const { id } = await storeInbound(services, { raw, way: 'smtp', envelope: { from: '', to: [] } });
  await services.database.inTransaction(
    SYSTEM,
    ({ sql }) => sql`update inbound_mails set state = ${state} where id = ${id}`,
  );
  return `/api/v1/inbound-mails/${id}`;
}
