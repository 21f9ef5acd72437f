import { expect, it } from 'vitest';
import { checkHistory, type History, type Kept, type Sent, type View } from './check-history';

const ID = 'conversation';

/** Two authors who take turns; everything acknowledged, everything seen by two viewers. */
function good() {
  const stored: Kept[] = Array.from({ length: 6 }, (_, i) => ({
    seq: i + 1,
    kind: i === 3 ? 'note' : 'message',
    clientId: `m${i + 1}`,
    text: `№ ${i + 1}`,
  }));
  const sent: Sent[] = stored.map(({ seq, clientId, text }) => ({
    author: seq % 2 ? 'olga' : 'anna',
    conversationId: ID,
    clientId,
    text,
    awaited: true,
    seq,
  }));
  const view = { conversationId: ID, shown: stored.filter(({ kind }) => kind === 'message') };
  const views: (View & { shown: Kept[] })[] = [
    { ...view, viewer: 'olga', as: 'requester' },
    { ...view, viewer: 'anna', as: 'agent', shown: [...stored] },
  ];
  return { sent, stored, views };
}
type Draft = ReturnType<typeof good>;

const toHistory = ({ sent, stored, views }: Draft): History => ({
  sent,
  stored: new Map([[ID, stored]]),
  views,
});
const swap = (list: Kept[], a: number, b: number) => {
  const [one, two] = [list[a], list[b]];
  if (!one || !two) throw new Error('nothing to swap');
  list[a] = two;
  list[b] = one;
};

it('finds nothing wrong with a good history, nor with messages that were never acknowledged', () => {
  const history = good();
  history.sent.push({ ...(history.sent[0] as Sent), clientId: 'never-arrived', seq: null });
  expect(checkHistory(toHistory(history))).toEqual([]);
});

it.each<[string, (history: Draft) => unknown, RegExp]>([
  ['a lost message', ({ stored }) => stored.splice(5, 1), /m6 was acknowledged as 6 and is lost/],
  ['a lost message in the middle', ({ stored }) => stored.splice(2, 1), /place 3 holds seq 4/],
  [
    'a doubled message',
    ({ stored }) => stored.push({ ...(stored[0] as Kept), seq: 7 }),
    /m1 is there 2 times/,
  ],
  [
    'two messages that changed places',
    ({ stored }) => {
      swap(stored, 1, 3);
      for (const [at, kept] of stored.entries()) stored[at] = { ...kept, seq: at + 1 };
    },
    /m2 was acknowledged as 2 and is 4/,
  ],
  [
    'an author whose order was not kept',
    ({ sent }) => sent.splice(0, 3, sent[2] as Sent, sent[1] as Sent, sent[0] as Sent),
    /olga’s message m1 stands before an earlier one/,
  ],
  ['a hole', ({ stored }) => stored.splice(5, 1, { ...(stored[5] as Kept), seq: 7 }), /place 6 holds seq 7/],
  ['a message that nobody sent', ({ sent }) => sent.splice(5, 1), /nobody sent what is 6/],
  [
    'a text that was changed',
    ({ stored }) => stored.splice(3, 1, { ...(stored[3] as Kept), text: 'x' }),
    /nobody sent/,
  ],
  [
    'a viewer who saw another order',
    ({ views }) => swap(views[0]?.shown ?? [], 1, 2),
    /olga saw 3 m3 in place 2/,
  ],
  [
    'a viewer who saw what was not stored',
    ({ views }) => views[1]?.shown.splice(4, 1, { seq: 5, kind: 'message', clientId: 'ghost', text: '' }),
    /anna saw 5 ghost in place 5/,
  ],
  [
    'a viewer who saw one twice',
    ({ views }) => views[0]?.shown.splice(1, 0, views[0]?.shown[0] as Kept),
    /olga saw 1 m1 in place 2/,
  ],
  ['a viewer who missed the last one', ({ views }) => views[0]?.shown.pop(), /olga saw nothing in place 5/],
  [
    'a note that a requester saw',
    ({ views, stored }) => views[0]?.shown.splice(3, 0, stored[3] as Kept),
    /olga saw 4 m4 in place 4/,
  ],
])('finds %s', (_, plant, fault) => {
  const history = good();
  plant(history);
  expect(checkHistory(toHistory(history)).join('\n')).toMatch(fault);
});
