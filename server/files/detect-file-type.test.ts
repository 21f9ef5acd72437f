import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { detectFileType } from './detect-file-type';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'beseda-types-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function detect(content: string | Uint8Array, name = 'file'): Promise<string | null> {
  const path = join(folder, 'sample');
  await writeFile(path, content);
  return detectFileType(path, name);
}

/** «Привет» in windows-1251. */
const CP1251 = Buffer.from([0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2, 0x0d, 0x0a]);

/** The least of an MS-CFB file: header, one allocation sector, one directory sector. */
function writeCompound(...names: string[]): Buffer {
  const file = Buffer.alloc(512 * 3, 0xff);
  file.fill(0, 0, 76);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(file);
  file.writeUInt16LE(9, 30);
  file.writeUInt32LE(1, 48);
  file.writeUInt32LE(0, 76);
  file.writeUInt32LE(0xffff_fffe, 512 + 4);
  file.fill(0, 1024);
  ['Root Entry', ...names].forEach((name, at) => {
    const entry = 1024 + at * 128;
    file.write(name, entry, 'utf16le');
    file.writeUInt16LE((name.length + 1) * 2, entry + 64);
  });
  return file;
}

describe('plain text', () => {
  it.each([
    ['UTF-8', 'Привет\n', 'a.txt', 'text/plain'],
    ['UTF-8 with a mark', '\ufeffимя;сумма\n', 'a.CSV', 'text/csv'],
    ['UTF-16', Buffer.from('\ufeffимя;сумма\n', 'utf16le'), 'a.csv', 'text/csv'],
    ['windows-1251', CP1251, 'a.txt', 'text/plain'],
    ['a log with colours', '\u001b[31mERROR\u001b[0m\n', 'a.log', 'text/plain'],
    ['text that starts like a program', 'MZ is how programs start.', 'a.txt', 'text/plain'],
    ['text that is longer than one read', 'ж'.repeat(100_000), 'a.txt', 'text/plain'],
  ])('is taken: %s', async (_, content, name, type) => {
    expect(await detect(content, name)).toBe(type);
  });

  it.each([
    ['a zero byte', 'text\0text'],
    ['a zero byte at the far end', `${'a'.repeat(200_000)}\0`],
    ['half a character', Buffer.concat([Buffer.from('\ufeff', 'utf16le'), Buffer.from([0x41])])],
    ['SVG', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['XML', '<?xml version="1.0"?><svg/>'],
    ['HTML behind a comment', '\ufeff \n<!-- a --><HTML>'],
    ['a program', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)])],
  ])('is refused: %s', async (_, content) => {
    expect(await detect(content, 'a.txt')).toBeNull();
  });
});

describe('old office files', () => {
  it('are told by the names in their directory', async () => {
    expect(await detect(writeCompound('WordDocument', '1Table'))).toBe('application/msword');
    expect(await detect(writeCompound('Workbook'))).toBe('application/vnd.ms-excel');
  });

  it('are refused when they are something else in the same container', async () => {
    expect(await detect(writeCompound('!_StringData'))).toBeNull();
    expect(await detect(writeCompound('EncryptedPackage'))).toBeNull();
    expect(await detect(writeCompound('Workbook').subarray(0, 600))).toBeNull();
  });
});

it('goes by content, not by name', async () => {
  expect(await detect('%PDF-1.7\n%âãÏÓ\n1 0 obj', 'a.exe')).toBe('application/pdf');
  expect(await detect(Buffer.from('504b0506000000000000000000000000000000000000', 'hex'), 'a.png')).toBe(
    'application/zip',
  );
});
