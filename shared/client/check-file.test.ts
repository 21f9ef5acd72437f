import { describe, expect, it } from 'vitest';
import type { FileLimits } from '../protocol/http';
import { checkFile, fetchFileLimits } from './check-file';
import type { Http } from './http';

const LIMITS: FileLimits = {
  fileSize: 100,
  perMessage: 2,
  types: ['image/jpeg', 'application/pdf', 'text/plain'],
  companyLeft: null,
};
const pdf = (size = 10) => ({ name: 'a.pdf', type: 'application/pdf', size });

describe('a file is taken', () => {
  it.each([
    ['by its type', pdf()],
    ['by its ending, where the browser knows no type', { name: 'снимок.JPG', type: '', size: 10 }],
    ['up to the limit', pdf(100)],
  ])('%s', (_, file) => expect(checkFile(file, [], LIMITS)).toBeNull());

  it('while the company has room for it with what the message has already', () => {
    expect(checkFile(pdf(60), [pdf(40)], { ...LIMITS, companyLeft: 100 })).toBeNull();
  });
});

describe('a file is refused', () => {
  it.each([
    ['too large', pdf(101), [], { code: 'file_too_large', details: { limit: 100 } }],
    ['empty', pdf(0), [], { code: 'file_empty' }],
    ['one too many', pdf(), [pdf(), pdf()], { code: 'too_many_attachments', details: { limit: 2 } }],
    [
      'of a type that is not taken',
      { name: 'a.png', type: 'image/png', size: 1 },
      [],
      { code: 'file_type_not_allowed', details: { allowed: ['JPEG', 'PDF', 'TXT'], fileSize: 100 } },
    ],
  ] as const)('%s', (_, file, held, refusal) => expect(checkFile(file, held, LIMITS)).toEqual(refusal));

  it('beyond what is left for the company', () => {
    const refusal = checkFile(pdf(61), [pdf(40)], { ...LIMITS, companyLeft: 100 });
    expect(refusal).toEqual({ code: 'company_files_full', details: { left: 60 } });
  });
});

it('without an answer nothing is refused that some install may take', async () => {
  const http: Http = () => Promise.resolve({ ok: false, code: 'unavailable' });
  const limits = await fetchFileLimits(http);
  expect(checkFile({ name: 'a.mov', type: 'video/quicktime', size: 400 * 2 ** 20 }, [], limits)).toBeNull();
  expect(checkFile({ name: 'a.exe', type: 'application/x-msdownload', size: 1 }, [], limits)).not.toBeNull();
});
