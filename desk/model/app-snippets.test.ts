import { createHmac } from 'node:crypto';
import { expect, it } from 'vitest';
import { embedSnippet, SIGNING, secretLines } from './app-snippets';

it('the snippet asks the public address for this app', () => {
  const snippet = embedSnippet({ key: 'a b', publicUrl: 'https://help.example' });
  expect(snippet).toContain('src="https://help.example/widget.js?app=a%20b"');
});

it('the Node example makes a token whose claims and signature are right', async () => {
  const source = secretLines({ key: 'key', kid: 'k_1', secret: 'long secret' });
  const environment = Object.fromEntries(source.split('\n').map((line) => line.split('=')));
  const code = SIGNING.Node.replace('process.env', JSON.stringify(environment));
  const example = (await import(`data:text/javascript,${encodeURIComponent(code)}`)) as {
    supportToken: (user: object) => string;
  };
  const company = { id: 7, name: 'Вита' };
  const token = example.supportToken({ id: 24, name: 'Ольга', isManager: true, company });
  const [head = '', body = '', signature] = token.split('.');
  const read = (part: string): unknown => JSON.parse(Buffer.from(part, 'base64url').toString());
  expect(read(head)).toEqual({ alg: 'HS256', typ: 'JWT', kid: 'k_1' });
  expect(read(body)).toMatchObject({
    sub: '24',
    name: 'Ольга',
    role: 'manager',
    company: { id: '7', name: 'Вита' },
    aud: 'key',
  });
  expect(signature).toBe(createHmac('sha256', 'long secret').update(`${head}.${body}`).digest('base64url'));
});
