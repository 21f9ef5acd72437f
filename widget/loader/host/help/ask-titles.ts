import type { ArticleTitles } from '@beseda/shared/protocol/http';
import type { Core } from '../../core';

/** Titles of those articles that this visitor may read, by number; null when nobody answers. */
export async function askTitles(core: Core, numbers: readonly number[]): Promise<Map<number, string> | null> {
  const { app, session } = core;
  const own = session && { session: session.session };
  const body = JSON.stringify({ app: app.key, numbers, locale: core.locale(), ...own });
  try {
    // As plain text, for which a browser asks no leave first.
    const answer = await fetch(`${app.origin}/api/v1/articles/titles`, { method: 'POST', body });
    if (!answer.ok) return null;
    const { results }: ArticleTitles = await answer.json();
    return new Map(results.map(({ number, title }) => [number, title]));
  } catch {
    return null;
  }
}
