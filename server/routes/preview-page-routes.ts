import { randomBytes } from 'node:crypto';
import { DEFAULT_ACCENT } from '@beseda/shared/domain/app-theme';
import { LOCALES } from '@beseda/shared/domain/words';
import type { RenderBundle } from '@beseda/shared/protocol/render';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';

const Place = Type.Object({ as: Type.Enum(['page', 'panel']) });
const Query = Type.Object({ locale: Type.Enum([...LOCALES], { default: 'ru' }) });

/** The empty article that the desk's editor fills: the page's own views and styles, in a frame of the desk alone. */
export function previewPageRoutes(
  app: FastifyInstance,
  { renderPreview }: Pick<RenderBundle, 'renderPreview'>,
): void {
  app
    .withTypeProvider<TypeBoxTypeProvider>()
    .get(
      '/desk/preview/:as',
      { schema: { hide: true, params: Place, querystring: Query }, config: { access: 'agent' } },
      async (request, reply) => {
        const nonce = randomBytes(18).toString('base64url');
        const { locale } = request.query;
        const html = renderPreview({ locale, accent: DEFAULT_ACCENT, as: request.params.as }, { nonce });
        const policy = [
          "default-src 'none'",
          `style-src 'nonce-${nonce}'`,
          "img-src 'self' data: blob: https:",
          "media-src 'self'",
          "base-uri 'none'",
          "form-action 'none'",
          "frame-ancestors 'self'",
        ];
        return reply
          .header('content-security-policy', policy.join('; '))
          .header('cache-control', 'no-store')
          .type('text/html; charset=utf-8')
          .send(html);
      },
    );
  mailFrameRoute(app);
}

const FRAME_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox allow-same-origin";

/** The empty mail that the desk's editor of templates fills: styles of its own, no scripts, nothing from elsewhere. */
function mailFrameRoute(app: FastifyInstance): void {
  app.get(
    '/desk/mail-frame',
    { schema: { hide: true }, config: { access: 'agent' } },
    async (_request, reply) =>
      reply
        .header('content-security-policy', FRAME_POLICY)
        .header('cache-control', 'no-store')
        .type('text/html; charset=utf-8')
        .send('<!doctype html><title>·</title>'),
  );
}
