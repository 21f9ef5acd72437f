import type { Readable } from 'node:stream';
import type { ArticleFile } from '@beseda/shared/protocol/knowledge';
import type { Context } from '../context/context';
import { Refusal } from '../context/refusal';
import { storeArticleFile } from './store-article-file';

/** Stores what an agent brings. Refuses as storeArticleFile does. */
export async function receiveArticleFile(
  ctx: Context,
  input: { name: string; source: Readable },
): Promise<ArticleFile> {
  const { actor } = ctx;
  if (actor.kind !== 'agent') throw new Refusal('forbidden', 'This is for agents.');
  return storeArticleFile(ctx, { ...input, uploadedBy: actor.agentId });
}
