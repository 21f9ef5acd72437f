import { expect, it } from 'vitest';
import { generalRoute } from './general-route';

it.each([
  ['/members/1042', '/members/*'],
  ['/members/1042/wallet/b7', '/members/*/wallet/*'],
  ['/orders/0199e1c2-7d1e-7c3a-9f00-1c2d3e4f5a6b', '/orders/*'],
  ['/api/v2/members', '/api/v2/members'],
  ['/page-builder', '/page-builder'],
  ['/', '/'],
])('%s is %s', (path, general) => {
  expect(generalRoute(path)).toBe(general);
});
