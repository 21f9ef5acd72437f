import type { Outbox } from '@beseda/shared/client/outbox';
import type { OutboxItem } from '@beseda/shared/client/outbox-rows';
import type { MessageStored } from '@beseda/shared/protocol/socket';
import { fill } from '../model/fill';
import type { Panel } from '../model/panel';
import { EMPTY_DRAFT } from '../model/state';
import { promiseTexts } from '../promise/texts';

/** A message went on to another conversation, merged or begun anew: so does whoever shows the old one, with what they type. */
export function followOn(
  panel: Panel,
  outbox: Outbox,
  { clientId, conversationId: from }: OutboxItem,
  { conversationId: to, number }: MessageStored,
): void {
  outbox.forget(clientId);
  if (panel.draftKey() !== from) return panel.touch();
  const typed = panel.draft(from);
  if (typed.text || typed.files[0]) {
    panel.write(from, EMPTY_DRAFT);
    panel.write(to, typed);
    void panel.keep?.drafts.save(from, EMPTY_DRAFT);
  }
  panel.set({
    screens: [...panel.state.screens.slice(0, -1), { name: 'thread', id: to }],
    announcement: fill(promiseTexts(panel.state.locale).goesOn, { number: String(number) }),
  });
}
