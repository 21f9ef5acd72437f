import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { AgentActor, RequesterActor } from '../db/actor';
import { isRequester } from '../db/actor';
import { createMetrics } from '../http/create-metrics';
import { createSockets, type Sockets } from '../sockets/create-sockets';
import { type Knock, TestClient } from './connect-client';
import type { TestServices } from './make-services';
import { makeSession } from './make-session';

export interface SocketStage {
  url: string;
  sockets: Sockets;
  /** A connected client with a session of its own. */
  join(actor: RequesterActor | AgentActor): Promise<TestClient>;
  knock(knock: Knock): TestClient;
  close(): Promise<void>;
}

/** The realtime side of a server, listening on a free port of this machine. */
export async function serveSockets(services: TestServices): Promise<SocketStage> {
  const http = createServer();
  const sockets = createSockets(services, http, createMetrics());
  await new Promise<void>((resolve) => {
    http.listen(0, '127.0.0.1', resolve);
  });
  const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  const clients: TestClient[] = [];
  const knock = (given: Knock) => {
    const client = new TestClient(url, given);
    clients.push(client);
    return client;
  };
  return {
    url,
    sockets,
    knock,
    join: async (actor) => {
      const { secret } = await makeSession(services, actor);
      return knock(isRequester(actor) ? { session: secret } : { desk: secret }).connect();
    },
    close: async () => {
      for (const client of clients) client.close();
      await sockets.close();
    },
  };
}
