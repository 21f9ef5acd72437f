import { expect, it } from 'vitest';
import { pickPage } from './page-picking';

const ORIGIN = 'https://office.example';

function open() {
  const said: { message: unknown; to: string }[] = [];
  const picked: (string | null)[] = [];
  const listeners: ((event: MessageEvent) => void)[] = [];
  const opened = { postMessage: (message: unknown, to: string) => said.push({ message, to }) };
  const own = {
    open: () => opened,
    addEventListener: (_: string, listener: (event: MessageEvent) => void) => listeners.push(listener),
  };
  pickPage(own as never, {
    address: `${ORIGIN}/members`,
    origin: ORIGIN,
    title: 'Участники',
    locale: 'ru',
    onPicked: (route) => picked.push(route),
    signal: new AbortController().signal,
  });
  const hear = (data: unknown, from: { origin?: string; source?: unknown } = {}) => {
    const event = { data, origin: ORIGIN, source: opened, ...from } as MessageEvent;
    for (const listener of listeners) listener(event);
  };
  return { said, picked, hear };
}

const idOf = (said: readonly { message: unknown }[]) => (said[0] as { message: { id: string } }).message.id;

it('begins when the page is ready, on every page anew, and at its exact origin', () => {
  const { said, hear } = open();
  expect(said).toEqual([]);
  hear({ type: 'beseda pick ready' });
  hear({ type: 'beseda pick ready' });
  expect(said).toMatchObject([
    { message: { type: 'beseda pick', title: 'Участники' }, to: ORIGIN },
    { to: ORIGIN },
  ]);
});

it('takes a choice from that window, that origin and for that choice only', () => {
  const { said, picked, hear } = open();
  hear({ type: 'beseda pick ready' });
  const id = idOf(said);
  hear({ type: 'beseda picked', id, route: '/a' }, { origin: 'https://evil.example' });
  hear({ type: 'beseda picked', id, route: '/b' }, { source: {} });
  hear({ type: 'beseda picked', id: 'guessed', route: '/c' });
  expect(picked).toEqual([]);
  hear({ type: 'beseda picked', id, route: '/members/*' });
  expect(picked).toEqual(['/members/*']);
});

it('takes no route that is not a path', () => {
  const { said, picked, hear } = open();
  hear({ type: 'beseda pick ready' });
  const id = idOf(said);
  for (const route of ['javascript:1', 7, null]) hear({ type: 'beseda picked', id, route });
  expect(picked).toEqual([null, null, null]);
});
