import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openWorld, type World } from '../access-matrix/open-world';

let world: World;
let url: string;

beforeAll(async () => {
  world = await openWorld();
  url = await world.app.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(() => world.close());

/** As a telephone system does it, over HTTP. */
async function post(body: string, secret = world.services.secrets.calls): Promise<[number, unknown]> {
  const timestamp = String(Math.floor(world.services.now() / 1000));
  const answer = await fetch(`${url}/api/v1/calls`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-beseda-timestamp': timestamp,
      'x-beseda-signature': createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex'),
    },
    body,
  });
  return [answer.status, await answer.json()];
}

const event = (fields: object) => JSON.stringify({ call: '1.1', from: '+7 495 765-43-21', ...fields });

it('follows a signed call', async () => {
  expect(await post(event({ event: 'ringing' }))).toMatchObject([202, { state: 'ringing' }]);
  expect(await post(event({ event: 'ended' }))).toMatchObject([202, { state: 'missed' }]);
});

it('refuses a foreign signature before it reads what is signed', async () => {
  const refused = [401, { code: 'call_signature' }];
  expect(await post(event({ event: 'ringing' }), 'guessed')).toMatchObject(refused);
  expect(await post('{"event":"dancing"}', 'guessed')).toMatchObject(refused);
});

it.each([
  ['not json', undefined],
  ['{}', undefined],
  [event({ event: 'dancing' }), 'event'],
  [event({ event: 'ended', recordingUrl: 'javascript:alert(1)' }), 'recordingUrl'],
  [event({ event: 'ringing', from: 'anonymous' }), 'from'],
])('names what is wrong with %s', async (body, field) => {
  expect(await post(body)).toMatchObject([400, { code: 'invalid_input', ...(field ? { field } : {}) }]);
});
