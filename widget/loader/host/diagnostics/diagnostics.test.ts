import { LIMITS } from '@beseda/shared/domain/limits';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { describeError, describeRequest } from './describe-failure';
import { keepFailures } from './keep-failures';

const page = { app: { origin: 'https://support.example' } as never, locale: () => 'ru' as const };
const request = (name: string, responseStatus: number, initiatorType = 'fetch') =>
  describeRequest({ name, responseStatus, initiatorType }, page);

beforeEach(() => void vi.stubGlobal('location', { origin: 'https://office.example' }));

describe('what is kept of failures', () => {
  it('is the last few of each kind, in their order, without secrets', () => {
    const kept = keepFailures();
    for (let n = 0; n < LIMITS.failures + 3; n++) kept.add('errors', `Ошибка ${n} token=abc`, n);
    const { errors, requests } = kept.list();
    expect(errors).toHaveLength(LIMITS.failures);
    expect(errors.at(-1)).toEqual({ text: 'Ошибка 12 token=[…]', at: '1970-01-01T00:00:00.012Z' });
    expect(requests).toEqual([]);
  });

  it('is one line for what repeats itself, and a short one', () => {
    const kept = keepFailures();
    kept.add('requests', '500 https://office.example/api?a=1', 1);
    kept.add('requests', '404 https://office.example/logo.png', 2);
    kept.add('requests', '500 https://office.example/api?a=2', 3);
    expect(kept.list().requests.map(({ text }) => text)).toEqual([
      '404 https://office.example/logo.png',
      '500 https://office.example/api?a=…',
    ]);
    kept.add('errors', 'ё'.repeat(5000), 1);
    expect(kept.list().errors[0]?.text).toHaveLength(LIMITS.failureLength);
  });
});

describe('a failed request', () => {
  it('is one that was answered with an error, of any kind', () => {
    expect(request('https://office.example/api', 500)).toBe('500 https://office.example/api');
    expect(request('https://cdn.example/logo.png', 404, 'img')).toBe('404 https://cdn.example/logo.png');
    expect(request('https://office.example/api', 204)).toBeNull();
  });

  it('is one without an answer, where the browser would tell an answer', () => {
    expect(request('https://office.example/api', 0)).toBe('нет ответа https://office.example/api');
    expect(request('https://api.example/orders', 0)).toBeNull();
    expect(request('https://api.example/orders', 200)).toBeNull();
    expect(request('https://api.example/orders', 0)).toBe('нет ответа https://api.example/orders');
    expect(request('https://office.example/logo.png', 0, 'img')).toBeNull();
  });

  it('is none of the widget itself', () => {
    expect(request('https://support.example/api/v1/session', 401)).toBeNull();
    expect(request('https://support.example/uploads/a.png', 404)).toBe(
      '404 https://support.example/uploads/a.png',
    );
  });
});

it('an error names its place; what a browser hides of foreign scripts is left out', () => {
  const thrown = { message: 'Uncaught TypeError: x', filename: 'https://office.example/app.js', lineno: 7 };
  expect(describeError(thrown)).toBe('Uncaught TypeError: x (https://office.example/app.js:7)');
  expect(describeError({ message: 'Script error.', filename: '', lineno: 0 })).toBeNull();
  expect(describeError({ reason: new RangeError('y') })).toBe('RangeError: y');
  expect(describeError({ reason: 'z' })).toBe('z');
});
