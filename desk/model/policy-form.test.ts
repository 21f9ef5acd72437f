import { expect, it } from 'vitest';
import { readPolicyForm, toPolicyPatch } from './policy-form';

const card = {
  name: 'Business',
  calendar: { id: 'c1', name: 'Будни' },
  targets: { firstReaction: 7_200, nextReaction: 5_400, resolution: null },
  byPriority: { urgent: { firstReaction: 1_800, resolution: null } },
};
const form = () => readPolicyForm(card, 'ru', 'нет');

it('a policy comes out of its form as it went in', () => {
  expect(form().all).toEqual({ firstReaction: '2 ч', nextReaction: '1 ч 30 мин', resolution: '' });
  expect(form().byPriority.urgent).toEqual({ firstReaction: '30 мин', nextReaction: '', resolution: 'нет' });
  expect(toPolicyPatch(form())).toEqual({
    name: 'Business',
    calendarId: 'c1',
    targets: card.targets,
    byPriority: card.byPriority,
  });
});

it('nothing is sent while a length cannot be read; «no» promises nothing', () => {
  const { all, byPriority, ...rest } = form();
  expect(toPolicyPatch({ ...rest, byPriority, all: { ...all, resolution: 'скоро' } })).toBeNull();
  const low = { ...byPriority.low, firstReaction: '1 день' };
  expect(toPolicyPatch({ ...rest, all, byPriority: { ...byPriority, low } })).toBeNull();
  expect(
    toPolicyPatch({ ...rest, byPriority, all: { ...all, firstReaction: 'нет' } })?.targets,
  ).toMatchObject({
    firstReaction: null,
  });
});
