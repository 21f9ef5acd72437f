import { createHmac } from 'node:crypto';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openWorld, type World } from '../../access-matrix/open-world';
import type { Context } from '../../context/context';
import { as } from '../../testing/make-services';
import { listInbound } from '../list-inbound';
import { readRaw } from '../read-raw';
import { closeWebhook, makeWebhookSecret } from './webhook-secret';

const PATH = '/api/v1/inbound-mails/raw';
const MAIL = 'From: olga@vita.example\r\nSubject: Вывод\r\n\r\nГде \u0000вывод?\r\n';

let world: World;
let admin: Context;

beforeAll(async () => {
  world = await openWorld();
  admin = as(world.services, world.admin);
});
afterAll(() => world.close());

const seconds = () => Math.floor(world.services.now() / 1000);

async function hand(secret: string, given: { body?: string | Buffer; at?: number; signed?: string } = {}) {
  const { body = MAIL, at = seconds(), signed = body } = given;
  const signature = createHmac('sha256', secret).update(`${at}.`).update(signed).digest('hex');
  return world.app.inject({
    method: 'POST',
    url: PATH,
    payload: body,
    headers: {
      'content-type': 'message/rfc822',
      'x-beseda-timestamp': String(at),
      'x-beseda-signature': signature,
    },
  });
}

const received = async () => (await listInbound(admin, { state: 'received', limit: 100 })).results;

it('takes a signed mail byte by byte, once however often it is sent', async () => {
  const { secret } = await makeWebhookSecret(admin);
  const first = await hand(secret);
  world.services.clock.now += 60_000;
  const again = await hand(secret);
  expect([first.statusCode, again.json()]).toEqual([202, first.json()]);
  expect(await received()).toMatchObject([{ way: 'webhook', state: 'received' }]);
  const { id } = first.json<{ id: string }>();
  expect(await text(await (await readRaw(admin, id)).read())).toBe(MAIL);
});

it('takes none that is signed with another secret, for another text or time, too old, or with no secret at all', async () => {
  const { secret: old } = await makeWebhookSecret(admin);
  const { secret } = await makeWebhookSecret(admin);
  const before = await received();
  const body = MAIL.replace('Вывод', 'Другое');
  for (const answer of [
    await hand(old, { body }),
    await hand(secret, { body, signed: MAIL }),
    await hand(secret, { body, at: seconds() - 301 }),
    await hand(secret, { body, at: seconds() + 301 }),
    await world.app.inject({
      method: 'POST',
      url: PATH,
      payload: body,
      headers: { 'content-type': 'text/plain' },
    }),
  ])
    expect([answer.statusCode, answer.json()]).toMatchObject([401, { code: 'mail_signature' }]);
  await closeWebhook(admin);
  expect((await hand(secret, { body })).json()).toMatchObject({ code: 'mail_signature' });
  expect(await received()).toEqual(before);
});

it('says of a mail that is too large that it is', async () => {
  const { secret } = await makeWebhookSecret(admin);
  const answer = await hand(secret, { body: Buffer.alloc(51 * 2 ** 20, 'text\r\n') });
  expect([answer.statusCode, answer.json()]).toMatchObject([413, { code: 'body_too_large' }]);
});
