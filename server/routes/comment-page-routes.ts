import { createHash, randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import { LIMITS } from '@beseda/shared/domain/limits';
import type { Locale } from '@beseda/shared/domain/words';
import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { articleUrl } from '../articles/article-url';
import { addComment } from '../comments/add-comment';
import { type Context, contextFor, type Services } from '../context/context';
import { notFound, Refusal } from '../context/refusal';
import { isRequester } from '../db/actor';
import { uploadFile } from '../files/upload-file';
import { findReader } from './find-reader';
import { localeOf } from './prefer-locale';
import { redirectPage } from './redirect-page';

const MOST_FILES = 5;
const Place = Type.Object({ locale: Type.String(), id: Type.String() });

/** Shows the article again with what was written and why it was not taken. */
export type ShowRefused = (
  request: FastifyRequest,
  reply: FastifyReply,
  refused: { article: string; locale: Locale; text: string; code: string },
) => Promise<unknown>;

/** The form under an article, which works without scripts. */
export async function commentPageRoutes(
  app: FastifyInstance,
  services: Services,
  showRefused: ShowRefused,
): Promise<void> {
  await app.register(multipart, {
    throwFileSizeLimit: false,
    limits: {
      fileSize: LIMITS.fileSize + 1,
      files: MOST_FILES,
      fields: 5,
      fieldSize: 64 * 1024,
      parts: MOST_FILES + 5,
    },
  });
  app.post<{ Params: { locale: string; id: string } }>(
    '/help/:locale/article/:id/comments',
    {
      schema: { hide: true, params: Place },
      config: { access: 'public', rateLimit: { max: 20, timeWindow: '1 minute' } },
    },
    async (request, reply) => {
      const locale = localeOf(request.params.locale);
      const viewer = await findReader(services, request);
      const found = services.articles.find(viewer, request.params.id, locale);
      if (!found) throw notFound();
      const { article } = found;
      const form = { text: '', files: [] as string[] };
      try {
        const requester = viewer && isRequester(viewer) ? viewer : null;
        const ctx = requester && contextFor(services, requester);
        await readForm(ctx, request, form);
        if (!ctx || !requester) {
          throw new Refusal('session_required', 'Comments are for signed-in staff.');
        }
        const id = idOf(requester.personId, article.number, form.text);
        const state = await addComment(ctx, { id, article: article.number, locale, ...form });
        return redirectPage(reply, 303, `${articleUrl({ ...article, locale })}?comment=${state}#comments`);
      } catch (error) {
        if (!(error instanceof Refusal) || error.code === 'not_found') throw error;
        return showRefused(request, reply, {
          article: String(article.number),
          locale,
          text: form.text,
          code: error.code,
        });
      }
    },
  );
}

/** The text stands before the files in the form, so it is known when one of them is refused. Without a session no file is kept. */
async function readForm(
  ctx: Context | null,
  request: FastifyRequest,
  form: { text: string; files: string[] },
): Promise<void> {
  if (!request.isMultipart()) throw new Refusal('invalid_input', 'A form is awaited.');
  for await (const part of request.parts()) {
    if (part.type === 'field') {
      if (part.fieldname === 'text') form.text = String(part.value);
    } else if (!ctx || part.filename === undefined || part.filename === '') {
      part.file.resume();
    } else {
      form.files.push(await take(ctx, part.filename, part.file));
    }
  }
}

async function take(ctx: Context, name: string, source: Readable): Promise<string> {
  const { id } = await uploadFile(ctx, { clientId: randomUUID(), name, source });
  return id;
}

/** Sent twice, the same words of the same person under the same article are one comment. */
function idOf(personId: string, article: number, text: string): string {
  const hex = createHash('sha256').update(`${personId} ${article} ${text.trim()}`).digest('hex');
  return [8, 12, 16, 20, 32].map((end, at, ends) => hex.slice(ends[at - 1] ?? 0, end)).join('-');
}
