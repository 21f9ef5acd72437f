import { uuidv7 } from '@beseda/shared/domain/uuid';
import { signCall } from '../phone/check-call-signature';
import { agents, anybody, requesters } from './expectations';
import type { World } from './open-world';
import type { RouteRow } from './route-row';

const CALL_BACK = {
  text: 'Просит перезвонить',
  callBack: { number: '+74951234567', dueAt: '2030-01-09T09:00:00Z' },
};

const recordOf = (personId: string) => ({ clientId: uuidv7(), personId, ...CALL_BACK });

async function callBackOf(world: World): Promise<string> {
  await world.app.inject({
    method: 'POST',
    url: '/api/v1/desk/calls',
    headers: await world.headersOf('agent'),
    payload: recordOf(world.ours.owner.personId),
  });
  const listed = await world.app.inject({
    url: '/api/v1/desk/call-backs',
    headers: await world.headersOf('agent'),
  });
  return listed.json<{ results: { id: string }[] }>().results[0]?.id ?? '';
}

export const PHONE_ROWS: Record<string, RouteRow> = {
  'GET /api/v1/phone': { call: () => ({ url: '/api/v1/phone' }), expected: requesters(200) },
  'POST /api/v1/call-codes': {
    call: ({ ours }) => ({
      url: '/api/v1/call-codes',
      payload: { conversationId: ours.conversationId },
    }),
    missing: () => ({ url: '/api/v1/call-codes', payload: { conversationId: uuidv7() } }),
    expected: {
      ...requesters(201),
      colleague: 'not_found',
      stranger: 'not_found',
      strangeManager: 'not_found',
    },
  },
  'POST /api/v1/desk/callers': {
    call: () => ({ url: '/api/v1/desk/callers', payload: { q: 'Owner of vita' } }),
    expected: agents(200),
  },
  'POST /api/v1/desk/calls': {
    call: ({ ours }) => ({ url: '/api/v1/desk/calls', payload: recordOf(ours.owner.personId) }),
    expected: agents(201),
  },
  'GET /api/v1/desk/call-backs': {
    call: () => ({ url: '/api/v1/desk/call-backs' }),
    expected: agents(200),
  },
  'PATCH /api/v1/desk/call-backs/:id': {
    call: async (world) => ({
      url: `/api/v1/desk/call-backs/${await callBackOf(world)}`,
      payload: { done: true },
    }),
    missing: () => ({ url: `/api/v1/desk/call-backs/${uuidv7()}`, payload: { done: true } }),
    expected: agents(204),
  },
  'POST /api/v1/calls': {
    call: ({ services }) => {
      const payload = JSON.stringify({ event: 'ringing', call: uuidv7(), from: '+74957654321' });
      const timestamp = String(Math.floor(services.now() / 1000));
      return {
        url: '/api/v1/calls',
        payload,
        headers: {
          'content-type': 'application/json',
          'x-beseda-timestamp': timestamp,
          'x-beseda-signature': signCall(services.secrets.calls, timestamp, payload),
        },
      };
    },
    expected: anybody(202),
  },
};
