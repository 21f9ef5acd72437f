import multipart from '@fastify/multipart';
import Fastify from 'fastify';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createLogger } from './create-logger';

let lines: string[] = [];
const log = createLogger('trace', { write: (line) => lines.push(line) });
const app = Fastify({ loggerInstance: log });

beforeEach(() => {
  lines = [];
});
afterEach(() => app.close());

it('keeps sessions and texts out of what libraries log, even at its most talkative', async () => {
  await app.register(multipart);
  app.post('/files', async (request) => {
    for await (const part of request.parts()) if (part.type === 'file') part.file.resume();
    throw new Error('Ольга пишет');
  });
  const payload =
    '--x\r\ncontent-disposition: form-data; name="file"; filename="Ольга.txt"\r\n\r\nпишет\r\n--x--\r\n';
  const headers = {
    authorization: 'Bearer secret-of-a-session',
    'content-type': 'multipart/form-data; boundary=x',
  };
  await app.inject({ method: 'POST', url: '/files', payload, headers });
  log.info({ err: Object.assign(new Error('пишет'), { rawPacket: 'Ольга' }) }, 'client error');
  log.warn(new TypeError('пишет'));
  const written = lines.join('');
  expect(written).toContain('starting multipart parsing');
  expect(written).toContain('"reason":"Error"');
  expect(written).toContain('"msg":"TypeError"');
  expect(written).not.toMatch(/secret-of-a-session|Ольга|пишет/);
});
