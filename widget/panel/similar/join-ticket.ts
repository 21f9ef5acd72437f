import { composeReport } from '@beseda/shared/domain/compose-report';
import type { SimilarTicket, Ticket } from '@beseda/shared/protocol/http';
import { fill } from '../model/fill';
import type { Panel } from '../model/panel';
import { readDraft } from '../model/read-draft';
import { EMPTY_DRAFT } from '../model/state';
import { similarTexts } from './texts';

/** Joins a colleague's ticket, or goes to one's own, and takes the draft there; false when that is not to be had any more. */
export async function joinTicket(panel: Panel, similar: SimilarTicket): Promise<boolean> {
  const { session } = panel;
  const { number, offer } = similar;
  let id = similar.conversationId;
  if (!id) {
    const ack = await panel.http<Ticket>('POST', `/tickets/${number}/follow`, { offer });
    if (session !== panel.session) return true;
    if (!ack.ok) return false;
    id = ack.data.conversationId;
  }
  // They may have been refused it before.
  panel.live?.threads.close(id);
  takeDraftAlong(panel, id);
  panel.evidence.clear();
  const { joined } = similarTexts(panel.state.locale);
  panel.set({
    screens: [{ name: 'ask' }, { name: 'thread', id }],
    ...(offer && { announcement: fill(joined, { number }) }),
  });
  return true;
}

/** What was written for a new conversation stands in the field of this one, behind what stood there. */
function takeDraftAlong(panel: Panel, id: string): void {
  const draft = panel.draft();
  const { text, report } = readDraft(draft);
  const there = panel.draft(id);
  const written = composeReport(text, report, panel.state.locale);
  const parts = [there.text, written].filter(Boolean);
  panel.write(id, { text: parts.join('\n\n'), files: [...there.files, ...draft.files] });
  panel.write('new', EMPTY_DRAFT);
  const { session } = panel;
  void panel.startKeep().then(async (keep) => {
    if (!keep || session !== panel.session) return;
    // This one first: the other may be lost, and not both.
    await keep.drafts.save(id, panel.draft(id));
    await keep.drafts.save('new', panel.draft());
  });
}
