import type { TakenPicture } from '@beseda/shared/protocol/knowledge';
import type { Context } from '../context/context';
import { Refusal } from '../context/refusal';
import type { OutsideRules } from '../outside/open-address';
import { fetchPictures } from './fetch-pictures';

/** While somebody writes on. */
const BOUNDS = { time: 30_000, bytes: 50 * 2 ** 20, count: 30 } as const;

/** Makes pictures that an agent has pasted with a text from another site files of ours, as far as they can be had. */
export async function takePictures(
  ctx: Context,
  addresses: readonly string[],
  rules?: OutsideRules,
): Promise<TakenPicture[]> {
  if (ctx.actor.kind !== 'agent') throw new Refusal('forbidden', 'This is for agents.');
  const { urls, refused } = await fetchPictures(ctx, addresses, { bounds: BOUNDS, rules });
  return [...new Set(addresses)].map((address) => ({
    address,
    url: urls.get(address) ?? null,
    reason: refused.get(address) ?? null,
  }));
}
