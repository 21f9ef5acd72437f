import type { FastifyInstance, FastifyReply } from 'fastify';

/**
 * What an answer says when its route does not: answers of the API are kept by no cache, and nothing that is no page
 * may run, load or be framed, wherever it is opened.
 */
export function closeAnswers(app: FastifyInstance): void {
  app.addHook('onSend', async (request, reply) => {
    if (!reply.hasHeader('cache-control') && !isShared(request.url, reply))
      void reply.header('cache-control', 'no-store');
    // «Not modified» speaks for a page that the browser holds, and would replace that page's own policy.
    const speaksForItself = reply.statusCode !== 304 && isData(reply);
    if (!reply.hasHeader('content-security-policy') && speaksForItself) {
      void reply.header('content-security-policy', "default-src 'none'; frame-ancestors 'none'");
    }
  });
}

/** Files of a build and documentation say for themselves, or may be guessed. */
function isShared(url: string, reply: FastifyReply): boolean {
  return reply.statusCode < 400 && !url.startsWith('/api/v1/');
}

function isData(reply: FastifyReply): boolean {
  const type = String(reply.getHeader('content-type') ?? '');
  return type === '' || type.startsWith('application/json') || type.startsWith('text/plain');
}
