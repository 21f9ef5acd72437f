import { releaseFiles } from '@beseda/shared/client/hold-file';
import type { Panel } from '../model/panel';
import { toDraft } from '../model/read-draft';
import { laterTexts } from '../texts/later';
import type { ViewProps } from '../views/lazy-view';
import { explain } from './explain';

/** Why a message was not taken, and what can be done: again, or back to the composer. `id`: its client id. */
export function View({ panel, id }: ViewProps) {
  const texts = laterTexts(panel.state.locale);
  const outbox = panel.live?.outbox;
  const state = outbox?.items().find((item) => item.clientId === id)?.state;
  if (state?.kind !== 'refused') return null;
  return (
    <small role="alert">
      {texts.notSent} {explain(panel.state.locale, state.code, state.details)}{' '}
      <button type="button" class="link" onClick={() => void outbox?.retry(id)}>
        {texts.sendAgain}
      </button>{' '}
      <button type="button" class="link" onClick={() => void takeBack(panel, id)}>
        {texts.delete}
      </button>
    </small>
  );
}

/** Deletes a message that was not sent; its words and files go back to the composer when that is empty. */
async function takeBack(panel: Panel, clientId: string): Promise<void> {
  const { live, keep } = panel;
  const row = await live?.outbox.remove(clientId);
  if (!live || !keep || !row) return;
  const key = row.start ? 'new' : row.conversationId;
  const { text, files } = panel.draft(key);
  if (text || files[0]) await releaseFiles(keep.store, row.files);
  else panel.write(key, { ...toDraft(row.text, row.start), files: row.files });
  const isOnly = live.outbox.items(row.conversationId).length === 0;
  if (row.start && isOnly) panel.set({ screens: [{ name: 'ask' }] });
}
