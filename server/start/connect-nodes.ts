import { createAdapter } from '@socket.io/redis-streams-adapter';
import { Redis } from 'ioredis';
import type { ServerOptions } from 'socket.io';
import { EnvironmentError } from '../config/environment-error';
import { describeError, type Logger } from '../context/logger';

/** How several servers reach each other's rooms. Delivery is at most once; clients resume by their own `seq`. */
export async function connectNodes(
  redisUrl: string,
  log: Logger,
): Promise<{ adapter: ServerOptions['adapter']; close(): Promise<void> }> {
  const redis = new Redis(redisUrl, { lazyConnect: true, maxRetriesPerRequest: 3 });
  let isIn = false;
  redis.on('error', (error: Error) => {
    if (isIn) log.warn(describeError(error), 'redis');
  });
  try {
    await redis.connect();
    isIn = true;
  } catch {
    redis.disconnect();
    throw new EnvironmentError(
      'REDIS_URL',
      'the URL of a Redis that lets this server in; nothing usable answers there',
    );
  }
  return {
    adapter: createAdapter(redis, { maxLen: 10_000 }) as ServerOptions['adapter'],
    close: async () => {
      redis.disconnect();
    },
  };
}
