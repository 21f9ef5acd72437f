import { describe, expect, it } from 'vitest';
import { applyPatch, changesAnything, reversePatch, type TicketProperties } from './undo';

const before: TicketProperties = {
  status: 'open',
  type: null,
  priority: 'normal',
  assignee: { id: 'a1', name: 'Ольга' },
};
const nameOf = (id: string) => ({ a1: 'Ольга', a2: 'Пётр' })[id] ?? '';

describe('a patch and its reverse', () => {
  it.each([
    [{ status: 'solved' }],
    [{ type: 'problem', priority: 'high' }],
    [{ assignee: 'a2' }],
    [{ assignee: null, status: 'pending' }],
  ] as const)('%o leaves things as they were', (patch) => {
    const after = applyPatch(before, patch, nameOf);
    expect(after).not.toEqual(before);
    expect(applyPatch(after, reversePatch(before, patch), nameOf)).toEqual(before);
  });

  it('touches only what the patch touched', () => {
    expect(reversePatch(before, { assignee: 'a2' })).toEqual({ assignee: 'a1' });
  });

  it('tells a patch that changes nothing', () => {
    expect(changesAnything(before, { status: 'open', assignee: 'a1' })).toBe(false);
    expect(changesAnything(before, { status: 'open', assignee: null })).toBe(true);
  });
});
