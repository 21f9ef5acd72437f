import { describe, expect, it } from 'vitest';
import { maskSecrets, stripSecrets } from './mask-secrets';

const JWT = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NSJ9.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U';

describe('secrets', () => {
  it.each([
    ['tokens', `TypeError: bad token ${JWT}`, 'TypeError: bad token […]'],
    ['headers', 'Authorization: Bearer abc.def-123', 'Authorization: […]'],
    ['named values', 'login failed: password=qwerty, retry', 'login failed: password=[…], retry'],
    ['values in JSON', '{"apiKey":"k-1","page":2}', '{"apiKey":[…],"page":2}'],
    ['emails', 'no user olga.s+1@vita.example.ru', 'no user [email]'],
    ['card numbers', 'declined 4111 1111 1111 1111', 'declined […]'],
    ['random words in a path', '/reset/Zk3vX9pQ2mL7tR5wN8yB', '/reset/[…]'],
    ['hexadecimal keys', 'key 9f86d081884c7d659a2feaa0c55ad015', 'key […]'],
    ['sign-ins in an address', 'https://olga:qwerty@office.example/', 'https://office.example/'],
    [
      'one-time codes',
      'https://office.example/sso?code=81732&page=2',
      'https://office.example/sso?code=[…]&page=2',
    ],
  ])('are masked: %s', (_, text, masked) => {
    expect(maskSecrets(text)).toBe(masked);
  });

  it.each([
    'TypeError: Cannot read properties of undefined (reading "period")',
    'https://office.example/payouts/8d2f5c1e-0b7a-4c1d-9e3f-5a6b7c8d9e0f?period=2026-10#rows',
    'Ошибка 500: реестр выплат за октябрь не сформирован',
    'internationalisation-of-everything',
  ])('are not what merely looks long: %s', (text) => {
    expect(maskSecrets(text)).toBe(text);
  });

  it('stand in queries and fragments, of which only the names stay', () => {
    expect(stripSecrets('500 https://a.example/x?user=42&q=Иван%20Ли#access_token=1')).toBe(
      '500 https://a.example/x?user=…&q=…#access_token=[…]',
    );
    expect(stripSecrets('Failed to load "/api?id=7", twice')).toBe('Failed to load "/api?id=…", twice');
  });

  it('are masked in no more time than the text is long', () => {
    const long = `${'a1'.repeat(20_000)} ${'?a=b'.repeat(10_000)} ${'x@'.repeat(10_000)} ${'1 '.repeat(10_000)}`;
    expect(stripSecrets(long).length).toBeLessThan(long.length * 2);
  });
});
