import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import { uuidv7 } from '@beseda/shared/domain/uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorld, type World } from '../access-matrix/open-world';

let world: World;
let port: number;

beforeAll(async () => {
  world = await openWorld({ rateLimits: true });
  await world.app.listen({ host: '127.0.0.1', port: 0 });
  port = (world.app.server.address() as AddressInfo).port;
});
afterAll(() => world.close());

const get = async (url: string, headers: Record<string, string> = {}) => world.app.inject({ url, headers });

describe('an answer', () => {
  it('of the API is kept by no cache, and can do nothing where it is opened', async () => {
    const owner = await world.headersOf('owner');
    for (const url of [
      '/api/v1/tickets',
      '/api/v1/conversations',
      '/api/v1/articles/101',
      '/api/v1/nothing',
    ]) {
      const { headers } = await get(url, owner);
      expect(headers).toMatchObject({
        'cache-control': 'no-store',
        'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
        'x-content-type-options': 'nosniff',
      });
    }
  });

  it('that a page has not changed leaves the page its own policy', async () => {
    const page = await get('/help/ru');
    const again = await get('/help/ru', { 'if-none-match': String(page.headers.etag) });
    expect(again.statusCode).toBe(304);
    expect(again.headers['content-security-policy']).toBeUndefined();
  });

  it('to an address that cannot be decoded is an error like any other, and repeats nothing of it', async () => {
    const answer = await rawGet('/help/ru/%3Cb%3E%');
    expect(answer).toMatch(/^HTTP\/1.1 400 /);
    expect(JSON.parse(answer.slice(answer.indexOf('\r\n\r\n')))).toEqual({
      code: 'invalid_input',
      message: 'The request cannot be read.',
    });
  });
});

describe('a form', () => {
  it.each([
    ['without a boundary', 'multipart/form-data', 'x'],
    [
      'that was cut off',
      'multipart/form-data; boundary=b',
      '--b\r\ncontent-disposition: form-data; name="file"; filename="a.txt"\r\n\r\nabc',
    ],
  ])('%s is refused as unreadable', async (_, type, payload) => {
    const answer = await world.app.inject({
      method: 'POST',
      url: '/api/v1/files?clientId=5e0bd1c8-3f55-4c7a-9d3c-6f6c0a3a1d01',
      headers: { ...(await world.headersOf('owner')), 'content-type': type },
      payload,
    });
    expect([answer.statusCode, answer.json().code]).toEqual([400, 'invalid_input']);
  });
});

it('names a field that it does not know, and changes nothing', async () => {
  const answer = await world.app.inject({
    method: 'PATCH',
    url: `/api/v1/tickets/${world.ours.number}`,
    headers: await world.headersOf('agent'),
    payload: { priority: 'urgent', number: 1 },
  });
  expect(answer.json()).toMatchObject({ code: 'invalid_input', field: 'number' });
});

it('keeps a subject in one line that reads in one direction', async () => {
  const answer = await world.app.inject({
    method: 'POST',
    url: '/api/v1/tickets',
    headers: await world.headersOf('owner'),
    payload: { clientId: uuidv7(), text: 'x', subject: ' a\r\nBcc: eve@x.example\u202e ' },
  });
  expect(answer.json()).toMatchObject({ subject: 'a Bcc: eve@x.example' });
});

describe('a limit', () => {
  const statuses = async (count: number, url: string, headersOf: (at: number) => Record<string, string>) => {
    const seen = new Set<number>();
    for (let at = 0; at < count; at += 1) seen.add((await get(url, headersOf(at))).statusCode);
    return [...seen].sort((a, b) => a - b);
  };

  it('is kept for what does not exist, and for those who guess at sessions', async () => {
    const from = (address: string) => ({ 'x-forwarded-for': address });
    expect(await statuses(601, '/nothing', () => from('10.0.0.1'))).toEqual([404, 429]);
    const guess = (at: number) => ({ authorization: `Bearer ${at}`, ...from('10.0.0.2') });
    expect(await statuses(301, '/api/v1/tickets', guess)).toEqual([401, 429]);
  });

  it('does not count the files of the demo, which come by dozens with every page', async () => {
    const from = () => ({ 'x-forwarded-for': '10.0.0.3' });
    expect(await statuses(601, '/demo/assets/icon.svg', from)).toEqual([200]);
    expect((await get('/demo/support-token?as=start', from())).statusCode).toBe(200);
  });

  it('counts by person, whatever address they come from and whoever shares it', async () => {
    const owner = await world.headersOf('owner');
    const left = async (headers: Record<string, string>) =>
      Number((await get('/api/v1/conversations', headers)).headers['x-ratelimit-remaining']);
    const before = await left({ ...owner, 'x-forwarded-for': '10.1.0.1' });
    expect(await left({ ...owner, 'x-forwarded-for': '10.1.0.2' })).toBe(before - 1);
    expect(await left({ ...(await world.headersOf('stranger')), 'x-forwarded-for': '10.1.0.2' })).toBe(599);
  });
});

/** As it stands: a client would refuse to send such an address. */
function rawGet(path: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    let answer = '';
    socket.setEncoding('utf8').on('data', (text: string) => {
      answer += text;
    });
    socket.on('error', reject).on('end', () => resolve(answer));
    socket.write(`GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`);
  });
}
