import type { ToPanel } from '@beseda/shared/protocol/host-bridge';
import type { ArticleHit, ArticleView } from '@beseda/shared/protocol/http';
import { type HostCommand, readHostCall } from '@beseda/shared/protocol/read-host-call';
import { openSearch } from '../search/find-articles';
import { leave } from './leave';
import type { Panel } from './panel';
import { isClosed } from './state';

/** Carries out what the host asked for through the JS API; settles when what follows may be obeyed. */
export async function obeyHost(
  panel: Panel,
  message: Exclude<ToPanel, { type: 'state' | 'token' }>,
): Promise<void> {
  if (message.type === 'logout') return void (await leave(panel));
  if (message.type === 'captured') {
    const { receivePicture } = await import('../screenshot/take-screenshot');
    return void receivePicture(panel, message);
  }
  const command = readHostCall(message);
  if (command) carryOut(panel, command);
  else panel.bridge.raise('error', { code: 'invalid_call', method: message.method });
}

function carryOut(panel: Panel, command: HostCommand): void {
  switch (command.type) {
    case 'newConversation':
      if (command.text && isClosed(panel.state.access)) return openSearch(panel, command.text);
      panel.set({ screens: [{ name: 'ask' }] });
      if (command.text) panel.write('new', { text: command.text });
      return;
    case 'prefill':
      return prefill(panel, command);
    case 'search':
      return openSearch(panel, command.query);
    case 'article':
      return panel.openArticle(command.article);
    case 'suggest':
      panel.route = command.route;
      if (command.ids) return void showArticles(panel, command.ids);
      return panel.suggest();
    case 'context':
      panel.context = command.context;
  }
}

/** What the person has written or picked is theirs. */
function prefill(panel: Panel, command: Extract<HostCommand, { type: 'prefill' }>): void {
  const { ticketType, fields = {}, distributor } = command;
  const { text, report } = panel.draft();
  panel.subject = command.subject;
  const lead = command.text || fields[ticketType === 'task' ? 'what' : 'doing'];
  const own = report?.type || Object.values(report?.fields ?? {}).some(Boolean);
  const given = { type: ticketType, fields, about: Boolean(distributor), distributor };
  const has = ticketType || distributor || Object.keys(fields)[0];
  if ((lead && !text) || (has && !own))
    panel.write('new', {
      ...(lead && !text && { text: lead }),
      ...(has && !own && { report: { ...report, ...given } }),
    });
}

let chosen: readonly number[];

/** The host's own choice of articles stands while nothing is written; the last one, for whom it was made. */
async function showArticles(panel: Panel, ids: readonly number[]): Promise<void> {
  const { session, state } = panel;
  chosen = ids;
  const acks = await Promise.all(
    ids.slice(0, 5).map((id) => panel.http<ArticleView>('GET', `/articles/${id}?locale=${state.locale}`)),
  );
  if (panel.draft().text || chosen !== ids || panel.session !== session) return;
  const results = acks.flatMap((ack) => (ack.ok ? [toHit(ack.data)] : []));
  panel.showHits({ kind: 'page', results });
}

function toHit({ number, slug, title, url, section }: ArticleView): ArticleHit {
  return { number, slug, title, url, section: section.title, snippet: '', marks: [], titleMarks: [] };
}
