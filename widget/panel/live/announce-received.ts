import type { ConversationSummary } from '@beseda/shared/protocol/http';
import type { Panel } from '../model/panel';

const TURN_MS = 150;
const HOLD_MS = 3000;

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** An agent has written: the host is told, screen readers say it, and one tab of all makes a sound. */
export function announceReceived(
  panel: Panel,
  { id, number, lastSeq, lastMessage, requester, following }: ConversationSummary,
): void {
  // A manager is told of all of the company, and hears of what is theirs.
  if (!following && requester.id !== panel.session?.get()?.person.id) return;
  const { author, text } = lastMessage;
  panel.bridge.raise('messageReceived', { number, author: author.name });
  panel.set({ announcement: `${author.name}: ${text}` });
  const isRead = panel.host?.visible && panel.draftKey() === id && document.hasFocus();
  void takeTurn(`sound ${id} ${lastSeq}`, !isRead);
}

/** A tab where the message is being read goes first, and takes the turn silently. */
async function takeTurn(name: string, audible: boolean): Promise<void> {
  if (audible) await wait(TURN_MS);
  const sound = async (turn: unknown) => {
    if (turn && audible)
      void import('../sound/play-sound').then(
        ({ playSound }) => playSound(),
        () => {},
      );
    if (turn) await wait(HOLD_MS);
  };
  // Where tabs cannot agree, each speaks for itself.
  await navigator.locks?.request(name, { ifAvailable: true }, sound).catch(() => sound(true));
}
