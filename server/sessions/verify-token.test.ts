import { createHmac, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { completeTheme } from '@beseda/shared/domain/app-theme';
import { SignJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import type { AppRecord, AppSecret } from '../apps/find-app';
import { verifyToken } from './verify-token';

const NOW = Date.parse('2026-11-23T09:00:00Z');
const SECONDS = NOW / 1000;
const SECRET = 'a-shared-secret-of-this-app-0123456789';
const OLD_SECRET = 'the-secret-before-the-rotation-012345';
const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const ed = generateKeyPairSync('ed25519');
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const pem = (key: KeyObject) => key.export({ type: 'spki', format: 'pem' }).toString();

const shared: AppSecret = { kid: 'new', algorithm: 'HS256', material: SECRET };
const former: AppSecret = { kid: 'old', algorithm: 'HS256', material: OLD_SECRET };
const curve: AppSecret = { kid: 'ec', algorithm: 'ES256', material: pem(ec.publicKey) };
const edwards: AppSecret = { kid: 'ed', algorithm: 'EdDSA', material: pem(ed.publicKey) };

const CLAIMS = {
  sub: 'u-1',
  name: 'Ольга Ким',
  email: 'olga@vita.example',
  role: 'staff',
  company: { id: 'vita', name: 'Вита', plan: 'business', region: 'RU' },
  exp: SECONDS + 3600,
};

function appWith(...secrets: AppSecret[]): AppRecord {
  return {
    id: 'id',
    key: 'app-key',
    name: 'app',
    origins: [],
    theme: completeTheme({}),
    trustedClaims: true,
    disabled: false,
    secrets,
  };
}

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A token of raw parts, for those that no library would make. */
function forge(header: unknown, payload: unknown, key: string = SECRET): string {
  const body = `${encode(header)}.${encode(payload)}`;
  return `${body}.${createHmac('sha256', key).update(body).digest('base64url')}`;
}

const sign = (claims: object, header: object = {}, key: string = SECRET) =>
  forge({ alg: 'HS256', ...header }, claims, key);
const verify = async (token: string, app = appWith(shared)) => (await verifyToken(app, token, NOW)).claims;
const signWith = (alg: string, key: KeyObject, header: object = {}) =>
  new SignJWT(CLAIMS).setProtectedHeader({ alg, ...header }).sign(key);

describe('a good token', () => {
  it('gives the claims of its bearer', async () => {
    expect(await verify(sign(CLAIMS))).toEqual({
      sub: 'u-1',
      name: 'Ольга Ким',
      email: 'olga@vita.example',
      role: 'staff',
      company: { id: 'vita', name: 'Вита', plan: 'business', region: 'RU' },
    });
  });

  it('may leave out what is optional, and name a company by a number', async () => {
    const { email: _, ...rest } = CLAIMS;
    expect(await verify(sign({ ...rest, company: { id: 7, name: 'Вита' } }))).toMatchObject({
      email: null,
      company: { id: '7', plan: null, region: null },
    });
  });

  it('is taken with white space around it, as a route of plain text may send it', async () => {
    await expect(verify(` ${sign(CLAIMS)}\n`)).resolves.toBeDefined();
  });

  it.each([
    ['ES256', curve, ec.privateKey],
    ['EdDSA', edwards, ed.privateKey],
  ] as const)('may be signed with the private half of an %s key', async (algorithm, secret, key) => {
    const app = appWith(shared, secret);
    await expect(verify(await signWith(algorithm, key), app)).resolves.toMatchObject({ sub: 'u-1' });
    const named = await signWith(algorithm, key, { kid: secret.kid });
    await expect(verify(named, app)).resolves.toMatchObject({ sub: 'u-1' });
  });

  it.each([{ aud: 'app-key' }, { aud: ['other', 'app-key'] }, {}])('may be made for this app: %o', (aud) =>
    expect(verify(sign({ ...CLAIMS, ...aud }))).resolves.toBeDefined(),
  );
});

describe('rotation', () => {
  const app = appWith(shared, former);

  it.each([
    ['the new secret, named', SECRET, { kid: 'new' }],
    ['the old secret, named', OLD_SECRET, { kid: 'old' }],
    ['the new secret, unnamed', SECRET, {}],
    ['the old secret, unnamed', OLD_SECRET, {}],
  ])('takes %s', (_, key, header) => expect(verify(sign(CLAIMS, header, key), app)).resolves.toBeDefined());

  it.each([
    ['a retired secret', sign(CLAIMS, {}, OLD_SECRET), appWith(shared)],
    ['a retired secret, named', sign(CLAIMS, { kid: 'old' }, OLD_SECRET), appWith(shared)],
    ['a good secret under the name of another', sign(CLAIMS, { kid: 'old' }, SECRET), app],
    ['a name that the app does not have', sign(CLAIMS, { kid: 'nobody' }), app],
  ])('refuses %s', (_, token, given) =>
    expect(verify(token, given)).rejects.toMatchObject({ code: 'token_signature' }),
  );
});

describe('an upgraded or foreign token', () => {
  const unsigned = `${encode({ alg: 'none' })}.${encode(CLAIMS)}.`;

  it.each([
    ['alg none', unsigned],
    ['alg None', unsigned.replace(encode({ alg: 'none' }), encode({ alg: 'None' }))],
    ['alg none with the signature kept', forge({ alg: 'none' }, CLAIMS)],
    ['an algorithm in other letters', forge({ alg: 'hs256' }, CLAIMS)],
    ['HS512 with the right secret', forge({ alg: 'HS512' }, CLAIMS)],
  ])('is refused: %s', (_, token) =>
    expect(verify(token)).rejects.toMatchObject({ code: 'token_algorithm' }),
  );

  it('is refused: HS256 with the public key as the secret, also beside a shared secret', async () => {
    const token = sign(CLAIMS, {}, pem(ec.publicKey));
    await expect(verify(token, appWith(curve))).rejects.toMatchObject({ code: 'token_algorithm' });
    await expect(verify(token, appWith(shared, curve))).rejects.toMatchObject({ code: 'token_signature' });
    const named = sign(CLAIMS, { kid: 'ec' }, pem(ec.publicKey));
    await expect(verify(named, appWith(shared, curve))).rejects.toMatchObject({ code: 'token_signature' });
  });

  it.each(['RS256', 'PS256'])('is refused: %s', async (alg) => {
    await expect(
      verify(await signWith(alg, rsa.privateKey), appWith(shared, curve, edwards)),
    ).rejects.toMatchObject({ code: 'token_algorithm' });
  });

  it('is refused: a key that the token brings along', async () => {
    const stranger = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const jwk = stranger.publicKey.export({ format: 'jwk' });
    const token = await signWith('ES256', stranger.privateKey, { jwk });
    await expect(verify(token, appWith(curve))).rejects.toMatchObject({ code: 'token_signature' });
  });

  it.each([
    ['another secret', sign(CLAIMS, {}, 'the secret of another app')],
    ['an empty secret', forge({ alg: 'HS256' }, CLAIMS, '')],
    ['a changed payload', withPayload(sign(CLAIMS), { ...CLAIMS, role: 'manager' })],
    ['a signature cut off', sign(CLAIMS).slice(0, -4)],
    ['no signature', `${sign(CLAIMS).split('.').slice(0, 2).join('.')}.`],
  ])('is refused: %s', (_, token) =>
    expect(verify(token)).rejects.toMatchObject({ code: 'token_signature' }),
  );

  it.each([{ aud: 'other' }, { aud: ['other'] }, { aud: [] }, { aud: '' }, { aud: null }])(
    'is refused: made for %o',
    (aud) => expect(verify(sign({ ...CLAIMS, ...aud }))).rejects.toMatchObject({ code: 'token_audience' }),
  );
});

describe('a malformed token', () => {
  it.each(['', '  ', '\n'])('is missing: %j', (token) =>
    expect(verify(token)).rejects.toMatchObject({ code: 'token_missing', field: 'token' }),
  );

  it.each([
    ['a word', 'token'],
    ['two parts', 'a.b'],
    ['an opaque session', 'Zm9vYmFy'.repeat(5)],
    ['an HTML page', '<!doctype html><title>Sign in</title>'],
    ['five parts', `${sign(CLAIMS)}.a.b`],
    ['a header that is no JSON', `${Buffer.from('{').toString('base64url')}.e30.x`],
    ['a header that is null', `${encode(null)}.e30.x`],
    ['a header without alg', forge({ typ: 'JWT' }, CLAIMS)],
    ['an alg that is no text', forge({ alg: 7 }, CLAIMS)],
    ['critical extensions that nobody knows', forge({ alg: 'HS256', crit: ['x'], x: 1 }, CLAIMS)],
    ['a payload that is a list', sign([])],
    ['a payload that is a text', forge({ alg: 'HS256' }, 'claims')],
    ['a null byte', `\u0000${sign(CLAIMS)}`],
  ])('is refused: %s', (_, token) =>
    expect(verify(token)).rejects.toMatchObject({ code: 'token_malformed' }),
  );
});

describe('time', () => {
  it.each([
    ['expired', { exp: SECONDS - 61 }, 'token_expired'],
    ['expired at the edge of the skew', { exp: SECONDS - 60 }, 'token_expired'],
    ['expired long ago', { exp: 0 }, 'token_expired'],
    ['not valid yet', { nbf: SECONDS + 61 }, 'token_not_yet_valid'],
    ['made in the future', { iat: SECONDS + 61 }, 'token_not_yet_valid'],
    ['good for more than a day', { exp: SECONDS + 86_461 }, 'token_too_long_lived'],
    ['good for ever', { exp: 1e300 }, 'token_too_long_lived'],
    ['without an expiry', { exp: undefined }, 'token_claims'],
    ['with a text for an expiry', { exp: String(SECONDS + 60) }, 'token_claims'],
    ['with null for an expiry', { exp: null }, 'token_claims'],
    ['with milliseconds for seconds', { exp: NOW + 3_600_000 }, 'token_too_long_lived'],
  ])('refuses what is %s', (_, times, code) =>
    expect(verify(sign({ ...CLAIMS, ...times }))).rejects.toMatchObject({ code }),
  );

  it.each([
    ['ended within the skew', { exp: SECONDS - 59 }],
    ['begins within the skew', { nbf: SECONDS + 60, iat: SECONDS + 60 }],
    ['lives a whole day and the skew', { exp: SECONDS + 86_460 }],
  ])('takes what %s', (_, times) => expect(verify(sign({ ...CLAIMS, ...times }))).resolves.toBeDefined());

  it('says nothing of claims before the signature holds', async () => {
    const token = sign({ ...CLAIMS, exp: SECONDS - 1000 }, {}, 'the secret of another app');
    await expect(verify(token)).rejects.toMatchObject({ code: 'token_signature' });
  });
});

describe('claims', () => {
  const { company } = CLAIMS;

  it.each([
    ['sub', { sub: undefined }],
    ['sub', { sub: '' }],
    ['sub', { sub: 12 }],
    ['sub', { sub: 'x'.repeat(201) }],
    ['name', { name: undefined }],
    ['name', { name: ' \u202e\u0000 ' }],
    ['name', { name: { first: 'O' } }],
    ['email', { email: 5 }],
    ['email', { email: `${'x'.repeat(320)}@vita.example` }],
    ['role', { role: undefined }],
    ['role', { role: 'admin' }],
    ['role', { role: 'Staff' }],
    ['role', { role: ['staff'] }],
    ['company', { company: undefined }],
    ['company', { company: null }],
    ['company', { company: 'vita' }],
    ['company.id', { company: { ...company, id: undefined } }],
    ['company.id', { company: { ...company, id: ' ' } }],
    ['company.id', { company: [] }],
    ['company.name', { company: { ...company, name: undefined } }],
    ['company.plan', { company: { ...company, plan: ['enterprise'] } }],
    ['company.region', { company: { ...company, region: 'R'.repeat(51) } }],
  ])('are refused by name: %s in %j', (field, wrong) =>
    expect(verify(sign({ ...CLAIMS, ...wrong }))).rejects.toMatchObject({ code: 'token_claims', field }),
  );

  it('lose controls and direction marks', async () => {
    const { name } = await verify(sign({ ...CLAIMS, name: 'Ol\u202ega\r\nKim' }));
    expect(name).toBe('Ol ga Kim');
  });
});

function withPayload(token: string, payload: object): string {
  const [header, , signature] = token.split('.');
  return `${header}.${encode(payload)}.${signature}`;
}
