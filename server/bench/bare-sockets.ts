import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { uuidv7 } from '@beseda/shared/domain/uuid';
import { Server } from 'socket.io';
import { io, type Socket } from 'socket.io-client';
import { textOf } from './send-messages';
import { measureRate, type Rate } from './statistics';

/** Socket.IO as it comes, with one request that is echoed in its ack. Gives its URL. */
export async function serveBareSockets(): Promise<string> {
  const http = createServer();
  const server = new Server(http, { serveClient: false });
  server.on('connection', (socket) => {
    socket.on('echo', (input: unknown, reply: (input: unknown) => void) => reply(input));
  });
  await new Promise<void>((resolve) => {
    http.listen(0, '127.0.0.1', resolve);
  });
  return `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
}

export async function sendEchoes(input: {
  url: string;
  concurrency: number;
  seconds: number;
}): Promise<Rate> {
  const sockets = await Promise.all(
    Array.from({ length: input.concurrency }, () => connectBare(input.url, {})),
  );
  return measureRate(input.concurrency, input.seconds, (index) => {
    const message = { conversationId: uuidv7(), clientId: uuidv7(), text: textOf(index) };
    return sockets[index]?.emitWithAck('echo', message) ?? Promise.resolve();
  });
}

/** Connects once for each handshake and stays. */
export async function holdIdle(input: { url: string; handshakes: object[] }): Promise<number> {
  const AT_ONCE = 50;
  const waiting = [...input.handshakes];
  const connect = async () => {
    for (let auth = waiting.pop(); auth; auth = waiting.pop()) await connectBare(input.url, auth);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, connect));
  return input.handshakes.length;
}

function connectBare(url: string, auth: object): Promise<Socket> {
  const socket = io(url, { transports: ['websocket'], forceNew: true, reconnection: false, auth });
  return new Promise((resolve, reject) => {
    socket.once('connect', () => resolve(socket));
    socket.once('connect_error', reject);
  });
}
