import Fastify from 'fastify';
import { expect, test } from 'vitest';
import { showWelcome } from './show-welcome';

test('the welcome page leads to everything, without scripts', async () => {
  const app = Fastify();
  await app.register(showWelcome);
  const reply = await app.inject('/');
  expect(reply.headers['content-type']).toBe('text/html; charset=utf-8');
  for (const href of [
    '/demo',
    '/help/ru',
    '/help/en',
    '/help/ru/requests',
    '/demo-mail',
    '/desk',
    '/api/docs',
  ]) {
    expect(reply.body).toContain(`href="${href}"`);
  }
  expect(reply.body).not.toContain('<script');
  const nonce = /<style nonce="([\w-]+)">/.exec(reply.body)?.[1];
  expect(reply.headers['content-security-policy']).toContain(`style-src 'nonce-${nonce}'`);
  await app.close();
});
