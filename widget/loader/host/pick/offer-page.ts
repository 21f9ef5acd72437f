import { generalRoute } from '@beseda/shared/domain/general-route';
import { type PickAnswer, type PickStart } from '@beseda/shared/protocol/pick';
import type { Call, Core } from '../../core';
import { placeOf } from '../more/place-of';
import { watchPlace } from '../more/watch-place';
import { drawBar } from './draw-bar';

const begun = new WeakSet<Core>();

/** In the window that the desk has opened: lets an agent choose this page, or all of its kind, for an article. */
export function offerPage(core: Core): void {
  const desk = window.opener as Window | null;
  if (!desk || begun.has(core)) return;
  begun.add(core);
  const stop = new AbortController();
  const { signal } = stop;
  let route = routeOf(core.queue.findLast(([method]) => method === 'suggest')) ?? placeOf(location.href);
  let bar: ReturnType<typeof drawBar> | undefined;
  const show = (next: string) => {
    route = next;
    bar?.show(route, generalRoute(route));
  };
  const tell = (answer: PickAnswer) => desk.postMessage(answer, core.app.origin);
  watchPlace(
    core,
    {
      onMove: ({ place, moved, own }) => {
        const said = own && routeOf(['suggest', own.value]);
        if (said || moved) show(said ?? place);
      },
      onSaid: (value) => show(routeOf(['suggest', value]) ?? route),
    },
    signal,
  );
  addEventListener(
    'message',
    ({ source, origin, data }: MessageEvent<PickStart>) => {
      if (source !== desk || origin !== core.app.origin || data?.type !== 'beseda pick' || bar) return;
      core.button.hidden = true;
      bar = drawBar(data, (picked) => {
        stop.abort();
        tell({ type: 'beseda picked', id: data.id, route: picked });
        close();
      });
      show(route);
    },
    { signal },
  );
  tell({ type: 'beseda pick ready' });
}

/** What the page itself calls where it is. */
function routeOf(call: Call | undefined): string | undefined {
  const { route } = (call?.[1] ?? {}) as { route?: unknown };
  return typeof route === 'string' ? route : undefined;
}
