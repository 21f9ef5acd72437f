import { describe, expect, it } from 'vitest';
import type { ArticleDraft } from './article-file';
import { parseArticleFile } from './parse-article-file';

function parse(text: string | Uint8Array, file = 'a.md') {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  return parseArticleFile({ file, bytes, modified: '2026-11-20' });
}

function draftOf(text: string, file?: string): ArticleDraft {
  const parsed = parse(text, file);
  if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems));
  return parsed.draft;
}

function problemsOf(text: string | Uint8Array): string[] {
  const parsed = parse(text);
  return 'problems' in parsed
    ? parsed.problems.map(({ file, line, reason }) => `${file}:${line}: ${reason}`)
    : [];
}

describe('a file with a title only', () => {
  it('gets the rest by default', () => {
    const draft = draftOf('---\ntitle: Как сменить пароль?\n---\nОткройте профиль.\n');
    expect(draft).toMatchObject({
      slug: 'kak-smenit-parol',
      locale: 'ru',
      section: 'Без раздела',
      given: { title: 'Как сменить пароль?' },
      body: 'Откройте профиль.',
      modified: '2026-11-20',
    });
    expect(Object.keys(draft.given)).toEqual(['title']);
  });

  it.each([
    ['en/a.md', 'en'],
    ['kb/EN/deep/a.md', 'en'],
    ['ru/a.en.md', 'en'],
    ['a.ru.md', 'ru'],
    ['a.md', 'ru'],
    ['green/a.md', 'ru'],
  ])('takes the locale of %s', (file, locale) => {
    expect(draftOf('---\ntitle: T\n---\nТекст по-русски', file).locale).toBe(locale);
  });

  it('takes the locale of the script, and of the front matter before all', () => {
    expect(draftOf('---\ntitle: Reset\n---\nOpen the profile, «Пароль».').locale).toBe('en');
    expect(draftOf('---\ntitle: Сброс\nlocale: en\n---\nТекст', 'ru/a.ru.md').locale).toBe('en');
  });

  it('treats an empty key as left out', () => {
    expect(draftOf('---\ntitle: T\nsection:\nkeywords: ""\nnumber:\n---\nx').given).toEqual({ title: 'T' });
  });
});

describe('front matter', () => {
  it('keeps scalars as they are written', () => {
    const { given } = draftOf(
      '---\nnumber: 12\ntitle: 2024\nauthor: null\nkeywords: [404, 1.10, no, "a, b"]\nroutes: /a, /b/*\n---\nx',
    );
    expect(given).toEqual({
      number: 12,
      title: '2024',
      author: 'null',
      keywords: ['404', '1.10', 'no', 'a, b'],
      routes: ['/a', '/b/*'],
    });
  });

  it('reads a byte-order mark, CRLF and lone CR', () => {
    expect(draftOf('\uFEFF---\r\ntitle: T\r\n---\r\n\r\na\r\nb\rc\r\n').body).toBe('a\nb\nc');
  });

  it('leaves rules and indented code in the text alone', () => {
    expect(draftOf('---\ntitle: T\n--- \n\n    code\n\n---\n\nx').body).toBe('    code\n\n---\n\nx');
  });

  it.each([
    ['title: T', 'a.md:1: no front matter: the first line must be ---'],
    ['', 'a.md:1: no front matter: the first line must be ---'],
    ['---\ntitle: T\nText', 'a.md:1: the front matter has no closing line ---'],
    ['---\n---\nx', 'a.md:1: title is missing'],
    ['---\nslug: a\n---\nx', 'a.md:1: title is missing'],
    ['---\nslug: a\ntitle: ""\n---\nx', 'a.md:3: title is missing'],
    ['---\ntitle: T\n---\n \n\t\n', 'a.md:3: the text of the article is missing'],
    ['---\ntitle: T\nposted: 2026-02-30\n---\nx', 'a.md:3: posted takes a date like 2026-03-31'],
    ['---\ntitle: T\nupdated: 31.03.2026\n---\nx', 'a.md:3: updated takes a date like 2026-03-31'],
    ['---\ntitle: T\n\n# note\nlocale: de\n---\nx', 'a.md:5: locale takes ru or en'],
    ['---\ntitle: T\nvisibility: secret\n---\nx', 'a.md:3: visibility takes public, staff or agents'],
    ['---\ntitle: T\nplans: [Сеть]\n---\nx', "a.md:3: plans takes a list of plans' keys"],
    ['---\ntitle: T\nroles: [distributor]\n---\nx', 'a.md:3: roles takes a list of staff and manager'],
    ['---\ntitle: T\nnumber: -1\n---\nx', 'a.md:3: number takes a whole number from 1 to 999999999'],
    ['---\ntitle: T\nnumber: 1.5\n---\nx', 'a.md:3: number takes a whole number from 1 to 999999999'],
    [
      '---\ntitle: T\nslug: ../etc\n---\nx',
      'a.md:3: slug takes letters and digits joined by hyphens, at most 100',
    ],
    ['---\ntitle: |\n  a\n  b\n---\nx', 'a.md:2: title takes one line of at most 200 characters'],
    ['---\ntitle: [a]\n---\nx', 'a.md:2: title takes one line of at most 200 characters'],
    [`---\ntitle: ${'т'.repeat(201)}\n---\nx`, 'a.md:2: title takes one line of at most 200 characters'],
    ['---\ntitle: "\\ud800"\n---\nx', 'a.md:2: title takes one line of at most 200 characters'],
    ['---\n- title\n---\nx', 'a.md:2: the front matter takes lines like "title: …"'],
    ['---\ntitle: T\n---\na\nb\0', 'a.md:5: a NUL character'],
  ])('names what is wrong with %j', (text, problem) => {
    expect(problemsOf(text)).toEqual([problem]);
  });

  it.each([
    [
      '---\ntitle: Ошибка 404: что делать\n---\nx',
      /^a\.md:2: bad YAML: .*a text with a colon stands in quotes$/,
    ],
    ['---\ntitle: T\nkeywords: [a, b\n---\nx', /^a\.md:\d: bad YAML: /],
    ['---\ntitle: T\ntitle: U\n---\nx', /^a\.md:3: bad YAML: Map keys must be unique$/],
    ['---\ntitle: !!js/function x\n---\nx', /^a\.md:2: bad YAML: Unresolved tag/],
    ['---\ntitle: T\ncolour: red\n---\nx', /^a\.md:3: unknown key "colour"; the keys are number, slug, /],
    ['---\na: &a [x]\ntitle: *a\n---\nx', /unknown key "a".*/],
    [`---\ntitle: ${'['.repeat(60_000)}\n---\nx`, /^a\.md:2: bad YAML: /],
    [`---\ntitle: ${'x'.repeat(70_000)}\n---\nx`, /^a\.md:2: the front matter is longer than 64 KB$/],
  ])('names the line of bad YAML %#', (text, problem) => {
    expect(problemsOf(text)[0]).toMatch(problem);
  });

  it('names everything that is wrong at once', () => {
    expect(problemsOf('---\ntitle: T\nposted: x\nlocale: y\n---\n')).toHaveLength(3);
  });

  it('names the line that is not UTF-8', () => {
    const windows1251 = new Uint8Array([...Buffer.from('---\ntitle: T\n---\nok\n'), 0xcf, 0xf0, 0x0a]);
    expect(problemsOf(windows1251)).toEqual(['a.md:5: not UTF-8']);
    expect(problemsOf(Buffer.from('\uFEFF---\n', 'utf16le'))).toEqual(['a.md:1: not UTF-8']);
  });
});
