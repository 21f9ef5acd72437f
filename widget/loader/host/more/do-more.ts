import type { ToHost } from '@beseda/shared/protocol/host-bridge';
import { answerCapture } from '../capture/answer-capture';
import type { Parts } from '../run-panel';
import { followPage } from './follow-page';
import { standBeside } from './stand-beside';

/** `article`: the page has asked for one; `ready`: one can type in the panel. */
export type MoreMessage = Extract<ToHost, { type: 'capture' | 'beside' | 'ready' }> | { type: 'article' };

const beside = new WeakMap<HTMLIFrameElement, ReturnType<typeof standBeside>>();

/** What of the panel's life in the page can wait until the panel is there. */
export function doMore(parts: Parts, message: MoreMessage): void {
  const { core, frame, line, signal } = parts;
  if (signal.aborted) return;
  if (!beside.has(frame)) {
    beside.set(frame, standBeside(parts));
    followPage(parts);
  }
  if (message.type === 'capture') void answerCapture(core, line.tell, message.step);
  if (message.type === 'article') beside.get(frame)?.(undefined);
  if (message.type === 'beside') beside.get(frame)?.(message.on);
}
