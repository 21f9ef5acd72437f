import type { Evidence } from '@beseda/shared/domain/event';
import type { Locale } from '@beseda/shared/domain/words';
import { type Context, nowIso } from '../context/context';
import { notFound, Refusal } from '../context/refusal';
import { isRequester } from '../db/actor';
import { toJson } from '../db/to-json';
import { noteNeed } from '../needs/note-need';

export interface DeflectionInput {
  /** Made by the client for this draft. */
  clientId: string;
  article: number;
  locale: Locale;
  evidence: Evidence;
  /** The draft. */
  query?: string;
  /** The page of the host application. */
  route?: string;
}

/** Counts a draft that an article answered, once per client id. Refuses with not_found and forbidden. */
export async function recordDeflection(ctx: Context, input: DeflectionInput): Promise<void> {
  const { actor } = ctx;
  if (!isRequester(actor)) throw new Refusal('forbidden', 'This is for requesters.');
  const found = ctx.articles.find(actor, String(input.article), input.locale);
  if (found?.article.number !== input.article) throw notFound();
  const { count } = await ctx.inTransaction(
    ({ sql }) => sql`
      insert into deflections (person_id, client_id, company_id, article_number, locale, evidence, created_at)
      values (${actor.personId}, ${input.clientId}, ${actor.companyId}, ${input.article}, ${found.article.locale},
        ${toJson(input.evidence)}::jsonb, ${nowIso(ctx)})
      on conflict do nothing`,
  );
  if (count === 0) return;
  ctx.searches.helped(actor, { ...input, locale: found.article.locale });
  const { article, route } = input;
  if (route !== undefined) await noteNeed(ctx, actor, { route, article, helped: true });
}
