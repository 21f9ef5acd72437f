import { type Memory, startTask, type Task } from './run-task';
import { percentile } from './statistics';

const READINGS = 5;

/** Bytes that one idle connection costs a server. */
export async function measureConnections(
  server: Task<string>,
  url: string,
  handshakes: readonly object[],
): Promise<Memory> {
  await connectAll(url, handshakes.slice(0, 100), async () => {});
  const before = await readSeveral(server);
  let after = before;
  await connectAll(url, handshakes, async () => {
    after = await readSeveral(server);
  });
  return {
    rss: (after.rss - before.rss) / handshakes.length,
    heapUsed: (after.heapUsed - before.heapUsed) / handshakes.length,
  };
}

async function connectAll(
  url: string,
  handshakes: readonly object[],
  work: () => Promise<void>,
): Promise<void> {
  const clients = startTask<number>('holdIdle', { url, handshakes });
  try {
    await clients.done;
    await work();
  } finally {
    clients.end();
  }
}

/** The median: memory moves by itself. */
async function readSeveral(server: Task<string>): Promise<Memory> {
  const readings: Memory[] = [];
  for (let i = 0; i < READINGS; i++) {
    readings.push(await server.measureMemory());
    await new Promise((resolve) => {
      setTimeout(resolve, 300);
    });
  }
  const median = (key: keyof Memory) =>
    percentile(
      readings.map((reading) => reading[key]),
      0.5,
    );
  return { rss: median('rss'), heapUsed: median('heapUsed') };
}
