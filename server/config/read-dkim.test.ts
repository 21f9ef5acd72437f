import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { readDkim } from './read-dkim';

const folder = mkdtempSync(join(tmpdir(), 'beseda-dkim-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const pem = (key: ReturnType<typeof generateKeyPairSync>['privateKey']) =>
  key.export({ type: 'pkcs8', format: 'pem' }).toString();
const rsa = pem(generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey);
const ec = pem(generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey);
const DKIM_SELECTOR = 'beseda';

it('signs nothing where nothing is given', () => {
  expect(readDkim({}, folder)).toBeNull();
});

it('takes a key from the environment, its lines joined by \\n, or from a file', () => {
  writeFileSync(join(folder, 'key.pem'), rsa);
  const given = readDkim({ DKIM_SELECTOR, DKIM_KEY: rsa.trim().replaceAll('\n', '\\n') }, folder);
  expect(given).toEqual({ selector: 'beseda', key: rsa.trim() });
  expect(readDkim({ DKIM_SELECTOR, DKIM_KEY_FILE: 'key.pem' }, folder)).toEqual({
    selector: 'beseda',
    key: rsa,
  });
});

it.each([
  ['DKIM_SELECTOR', { DKIM_KEY: rsa }],
  ['DKIM_SELECTOR', { DKIM_SELECTOR: 'a b', DKIM_KEY: rsa }],
  ['DKIM_KEY', { DKIM_SELECTOR, DKIM_KEY: 'nonsense' }],
  ['DKIM_KEY', { DKIM_SELECTOR, DKIM_KEY: ec }],
  ['DKIM_KEY', { DKIM_SELECTOR, DKIM_KEY: rsa, DKIM_KEY_FILE: 'key.pem' }],
  ['DKIM_KEY_FILE', { DKIM_SELECTOR }],
  ['DKIM_KEY_FILE', { DKIM_SELECTOR, DKIM_KEY_FILE: 'nowhere.pem' }],
])('names %s when it is wrong', (variable, source) => {
  expect(() => readDkim(source, folder)).toThrow(expect.objectContaining({ variable }));
});
