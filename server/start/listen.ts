import type { FastifyInstance } from 'fastify';
import { EnvironmentError } from '../config/environment-error';
import type { Environment } from '../config/read-environment';

/** Throws EnvironmentError when the address is taken or not ours. */
export async function listen(app: FastifyInstance, { host, port }: Environment): Promise<void> {
  try {
    await app.listen({ host, port });
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === 'EADDRINUSE') throw new EnvironmentError('PORT', `a free port; ${port} is taken`);
    if (code === 'EACCES')
      throw new EnvironmentError('PORT', `a port that this user may open; ${port} is not`);
    if (code === 'ENOTFOUND' || code === 'EADDRNOTAVAIL') {
      throw new EnvironmentError('HOST', `an address of this machine; ${host} is not`);
    }
    throw error;
  }
}
