import { describe, expect, it } from 'vitest';

import { matchRoute } from './match-route';

describe('matchRoute', () => {
  it.each([
    [['/wallets'], '/wallets/', true],
    [['/wallets'], '/wallets?tab=2#top', true],
    [['/wallets'], '/wallets/7', false],
    [['/wallets/*'], '/wallets/7/edit', true],
    [['/members/*/payouts'], '/members/7/payouts', true],
    [['/members/*/payouts'], '/members/payouts', false],
    [['/*/edit', '/a'], '/A', true],
    [['*'], '/anything', true],
    [['/aa*a'], '/aa', false],
    [[], '/', false],
  ])('%j against %j is %j', (patterns, route, fits) => {
    expect(matchRoute(patterns, route)).toBe(fits);
  });
});
