import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import type { ClamdAddress } from '../config/read-clamd-url';

export interface ClamdServer {
  address: ClamdAddress;
  /** How many streams were looked at. */
  scans: number;
  /** Streams are answered only once this is settled. */
  hold: Promise<void>;
  /** Streams are cut off in their middle. */
  cutting: boolean;
  close(): Promise<void>;
}

/** What every scanner takes for a virus; written apart, so that this file is none. */
export const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');

const COMMAND_END = 0;

/** A clamd that knows one virus: it speaks PING and INSTREAM, by frames, with a limit for a stream's length. */
export async function openClamdServer(streamLimit = 1_000_000): Promise<ClamdServer> {
  const sockets = new Set<Socket>();
  const net = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => {});
    void serve(socket, server, streamLimit).catch(() => socket.destroy());
  });
  net.listen(0, '127.0.0.1');
  await once(net, 'listening');
  const server: ClamdServer = {
    address: { host: '127.0.0.1', port: (net.address() as AddressInfo).port },
    scans: 0,
    hold: Promise.resolve(),
    cutting: false,
    close: async () => {
      net.close();
      for (const socket of sockets) socket.destroy();
      await once(net, 'close');
    },
  };
  return server;
}

async function serve(socket: Socket, server: ClamdServer, streamLimit: number): Promise<void> {
  let held = Buffer.alloc(0);
  const input = socket[Symbol.asyncIterator]();
  const need = async (done: () => boolean) => {
    while (!done()) {
      const next = await input.next();
      if (next.done) throw new Error('cut off');
      held = Buffer.concat([held, next.value as Buffer]);
    }
  };
  const take = async (length: number) => {
    await need(() => held.length >= length);
    const taken = held.subarray(0, length);
    held = held.subarray(length);
    return taken;
  };
  await need(() => held.includes(COMMAND_END));
  const command = (await take(held.indexOf(COMMAND_END) + 1)).toString();
  if (command === 'zPING\0') return void socket.end('PONG\0');
  if (command !== 'zINSTREAM\0') return void socket.end('UNKNOWN COMMAND\0');
  let stream = Buffer.alloc(0);
  for (;;) {
    const length = (await take(4)).readUInt32BE();
    if (length === 0) break;
    if (server.cutting) throw new Error('cut');
    if (stream.length + length > streamLimit) return void socket.end('INSTREAM size limit exceeded. ERROR\0');
    stream = Buffer.concat([stream, await take(length)]);
  }
  server.scans += 1;
  await server.hold;
  socket.end(stream.includes(EICAR) ? 'stream: Eicar-Test-Signature FOUND\0' : 'stream: OK\0');
}
