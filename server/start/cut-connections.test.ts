import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { expect, it } from 'vitest';
import { cutConnections } from './cut-connections';

it('ends a server although somebody never finishes a request', async () => {
  const server = createServer(() => {}).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const slow = connect((server.address() as AddressInfo).port, '127.0.0.1');
  slow.on('error', () => {});
  slow.write('POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\nabc');
  await once(server, 'request');
  const cut = once(slow, 'close');
  const closed = once(server, 'close');
  server.close();
  cutConnections(server, 1);
  await Promise.all([cut, closed]);
  expect(server.listening).toBe(false);
});
