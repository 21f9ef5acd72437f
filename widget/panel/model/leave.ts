import { forgetSearches, placeOfSearches } from '../search/recent-searches';
import type { Panel } from './panel';

/**
 * Signs the person out: they are gone at once, what they leave behind is seen to meanwhile. `ended` settles when what could
 * be sent was, the rest is deleted and the session is over; it answers how many messages were lost.
 */
export async function leave(panel: Panel): Promise<{ ended: Promise<number> }> {
  const { session } = panel;
  const keep = await panel.startKeep();
  const hasRows = keep && (await keep.store.list('outbox', keep.owner)).length > 0;
  const live = hasRows ? await panel.startLive() : panel.live;
  forgetSearches(placeOfSearches(panel));
  panel.live = null;
  panel.session = null;
  panel.reset();
  panel.set({ access: { kind: 'nobody' } });
  return { ended: endSession(panel, { session, keep, live }) };
}

/** Ends the session everywhere; what could not be sent is deleted, and the host is told how much that was. */
async function endSession(
  panel: Panel,
  { session, keep, live }: Pick<Panel, 'session' | 'keep' | 'live'>,
): Promise<number> {
  const lost = (await live?.leave()) ?? 0;
  await keep?.drafts.clear();
  const known = session?.get();
  if (known) {
    const headers = { authorization: `Bearer ${known.session}` };
    await fetch('/api/v1/session', { method: 'DELETE', headers }).catch(() => null);
  }
  session?.clear();
  if (lost > 0) panel.bridge.raise('error', { code: 'outbox_discarded', count: lost });
  return lost;
}
