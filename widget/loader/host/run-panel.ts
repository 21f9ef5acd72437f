import type { ToHost } from '@beseda/shared/protocol/host-bridge';
import type { Call, Core } from '../core';
import type { MoreMessage } from './more/do-more';
import { openLine } from './open-line';
import { followViewport, showPanel } from './show-panel';

/** After its page has loaded, a panel that works says `ready` at once. */
const GIVE_UP_MS = 4_000;
const LATER_MS = 1_500;

/** Runs the API against one mounted frame, until `destroy`, or until the frame proves dead. */
export function runPanel(core: Core, frame: HTMLIFrameElement) {
  const { app, emit, queue } = core;
  const stop = new AbortController();
  const { signal } = stop;
  const line = openLine(core, frame, () => panel.isShown());
  const panel = showPanel(core, frame, line.isReady, (shown) => {
    line.tellState();
    emit(shown ? 'open' : 'close');
  });
  /** From now on calls wait again, for the next frame. */
  const end = () => {
    stop.abort();
    Reflect.deleteProperty(queue, 'push');
    panel.count(0);
    panel.want(false);
  };
  const giveUp = () => {
    if (line.isReady() || signal.aborted) return;
    end();
    frame.remove();
    core.frame = undefined;
    queue.push(...line.unsaid());
    emit('error', { code: 'unavailable' });
  };
  const parts = { core, frame, line, signal };
  const more = (message: MoreMessage) =>
    void import('./more/do-more')
      .then(({ doMore }) => doMore(parts, message))
      .catch(() => 'step' in message && line.tell({ type: 'captured' }));
  const hear = hearPanel(core, line, panel, more);

  window.addEventListener(
    'message',
    ({ source, origin, data }: MessageEvent<ToHost>) => {
      if (source === frame.contentWindow && origin === app.origin) hear(data);
    },
    { signal },
  );
  frame.addEventListener('load', () => setTimeout(giveUp, GIVE_UP_MS), { signal });
  followViewport(frame, signal);
  takeOver(core, carryOutCalls(line, panel, more, end));
  panel.settle();
}

type Line = ReturnType<typeof openLine>;
type Panel = ReturnType<typeof showPanel>;
type More = (message: MoreMessage) => void;

/** What belongs to one frame; `signal` ends with it. */
export interface Parts {
  core: Core;
  frame: HTMLIFrameElement;
  line: Line;
  signal: AbortSignal;
}

function hearPanel(core: Core, line: Line, panel: Panel, more: More) {
  const { emit } = core;
  return (message: ToHost) => {
    switch (message.type) {
      case 'ready':
        line.open();
        // Not before one can type: first use is counted.
        setTimeout(more, LATER_MS, message);
        return panel.settle();
      case 'close':
        return panel.want(false);
      case 'getState':
        return line.tellState();
      case 'getToken':
        return void line.answerToken(message.id);
      case 'unread':
        panel.count(message.count);
        return emit('unread', { count: message.count });
      case 'event':
        return emit(message.name, message.detail);
      default:
        return more(message);
    }
  };
}

function carryOutCalls(line: Line, panel: Panel, more: More, end: () => void) {
  return ([method, value]: Call) => {
    switch (method) {
      case 'changed':
        panel.settle();
        return line.tellState();
      case 'stop':
        return end();
      case 'open':
        return panel.want(true);
      case 'close':
        return panel.want(false);
      case 'toggle':
        return panel.want(!panel.isWanted());
      case 'logout':
        panel.count(0);
        return line.tell({ type: 'logout' });
      case 'newConversation':
      case 'search':
      case 'article':
        if (method === 'article') more({ type: method });
        line.tell({ type: 'call', method, value });
        return panel.want(true);
      case 'suggest':
      case 'prefill':
      case 'context':
        return line.tell({ type: 'call', method, value });
      default:
        throw new TypeError(method);
    }
  };
}

/** The loader goes on pushing calls; what it throws back becomes `invalid_call`. */
function takeOver({ queue, emit }: Core, carryOut: (call: Call) => void) {
  const waiting = queue.splice(0);
  queue.push = (...calls: Call[]) => {
    calls.forEach(carryOut);
    return 0;
  };
  for (const [method, value] of waiting) {
    try {
      // However often the launcher was clicked in the meantime, it was to open.
      carryOut([method === 'toggle' ? 'open' : method, value]);
    } catch {
      emit('error', { code: 'invalid_call', method });
    }
  }
}
