import { uuidv7 } from '@beseda/shared/domain/uuid';
import { describe, expect, it } from 'vitest';
import { SOCKET_REQUESTS } from './socket-requests';

const fits = (start: object) =>
  SOCKET_REQUESTS['message:send'].fits({ conversationId: uuidv7(), clientId: uuidv7(), text: '', start });
const page = { url: '', title: '' };

describe('what begins a conversation', () => {
  it('may be a report of one of the types, with no field that is not of this type', () => {
    expect(fits({ report: { type: 'problem', doing: 'Формирую', distributor: { who: 'Анна' } } })).toBe(true);
    expect(fits({ report: { type: 'question', distributor: { who: '' } } })).toBe(true);
    expect(fits({ report: { type: 'question', doing: 'Формирую' } })).toBe(false);
    expect(fits({ report: { type: 'task', what: 'ч'.repeat(4001) } })).toBe(false);
    expect(fits({ report: { what: 'Баннер' } })).toBe(false);
  });

  it('carries failures within bounds, each with its moment', () => {
    const failure = { at: new Date(0).toISOString(), text: '500 /api/payouts' };
    expect(fits({ page: { ...page, requests: [failure], browser: 'Firefox 145' } })).toBe(true);
    expect(fits({ page: { ...page, requests: Array.from({ length: 11 }, () => failure) } })).toBe(false);
    expect(fits({ page: { ...page, errors: [{ ...failure, at: 'вчера' }] } })).toBe(false);
    expect(fits({ page: { ...page, errors: [{ ...failure, text: 'x'.repeat(301) }] } })).toBe(false);
  });
});
