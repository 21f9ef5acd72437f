import { createAdapter } from '@socket.io/redis-streams-adapter';
import { Redis } from 'ioredis';
import type { ServerOptions } from 'socket.io';
import { describeError, type Logger } from '../context/logger';

/** How several servers reach each other's rooms. Delivery is at most once; clients resume by their own `seq`. */
export async function connectNodes(
  redisUrl: string,
  log: Logger,
): Promise<{ adapter: ServerOptions['adapter']; close(): Promise<void> }> {
  const redis = new Redis(redisUrl, { lazyConnect: true, maxRetriesPerRequest: 3 });
  redis.on('error', (error: Error) => log.warn(describeError(error), 'redis'));
  await redis.connect();
  return {
    adapter: createAdapter(redis, { maxLen: 10_000 }) as ServerOptions['adapter'],
    close: async () => {
      redis.disconnect();
    },
  };
}
