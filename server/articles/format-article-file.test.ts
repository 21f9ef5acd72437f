import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Article } from './article-file';
import { formatArticleFile } from './format-article-file';
import { parseArticleFile } from './parse-article-file';

const ARTICLE: Article = {
  number: 7,
  slug: 'a',
  locale: 'ru',
  title: 'Заголовок',
  category: null,
  section: 'Раздел',
  keywords: ['слово'],
  routes: ['/a/*'],
  author: 'Дарья Т.',
  posted: '2026-01-02',
  updated: '2026-03-04',
  visibility: 'staff',
  plans: [],
  roles: [],
  body: 'Текст',
};

function readBack(article: Article): unknown {
  const bytes = new TextEncoder().encode(formatArticleFile(article));
  const parsed = parseArticleFile({ file: 'a.md', bytes, modified: '2026-11-20' });
  const nothing = { category: null, plans: [], roles: [] };
  return 'draft' in parsed ? { ...nothing, ...parsed.draft.given, body: parsed.draft.body } : parsed.problems;
}

describe('formatArticleFile', () => {
  it('writes every key in a fixed order', () => {
    expect(formatArticleFile(ARTICLE)).toBe(
      '---\nnumber: 7\nslug: a\nlocale: ru\ntitle: Заголовок\nsection: Раздел\nkeywords: [слово]\nroutes: ["/a/*"]\n' +
        'author: Дарья Т.\nposted: 2026-01-02\nupdated: 2026-03-04\nvisibility: staff\n---\n\nТекст\n',
    );
  });

  it('names the category, and the plans and roles that alone read it', () => {
    const article: Article = {
      ...ARTICLE,
      category: 'Деньги',
      plans: ['network', 'a.b-1'],
      roles: ['manager'],
    };
    expect(formatArticleFile(article)).toBe(
      '---\nnumber: 7\nslug: a\nlocale: ru\ntitle: Заголовок\ncategory: Деньги\nsection: Раздел\nkeywords: [слово]\n' +
        'routes: ["/a/*"]\nauthor: Дарья Т.\nposted: 2026-01-02\nupdated: 2026-03-04\nvisibility: staff\n' +
        'plans: [network, a.b-1]\nroles: [manager]\n---\n\nТекст\n',
    );
    expect(readBack(article)).toEqual(article);
  });

  const starter = join(import.meta.dirname, '../starter-kb');
  const files = ['ru', 'en'].flatMap((locale) =>
    readdirSync(join(starter, locale)).map((name) => `${locale}/${name}`),
  );
  it.each(files)('gives %s as it was', (file) => {
    const bytes = readFileSync(join(starter, file));
    const parsed = parseArticleFile({ file, bytes, modified: '2026-11-20' });
    if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems));
    const written = formatArticleFile({ ...ARTICLE, ...parsed.draft.given, body: parsed.draft.body });
    expect(written).toBe(bytes.toString());
  });

  it.each([
    'a: b',
    '# не комментарий',
    'x #1',
    '"в кавычках" и \'так\'',
    '🚀 пуск 👩‍👩‍👧',
    '- список',
    '---',
    '...',
    '? вопрос',
    '!важно',
    '&якорь *ссылка',
    '{a} [b], c',
    '%d % @x `y`',
    '| > <<',
    'null',
    '~',
    'yes',
    '0x1F',
    '1e3',
    '2026-01-01',
    'back\\slash \\n',
    'два  пробела\u00a0и\u200bневидимые',
    'слово '.repeat(33).trim(),
  ])('keeps the title %j', (title) => {
    const odd = {
      ...ARTICLE,
      title,
      section: title,
      author: title.slice(0, 100).trim(),
      keywords: [title.slice(0, 100).trim()],
    };
    const article = { ...odd, section: odd.author, routes: [title] };
    expect(readBack(article)).toEqual(article);
  });

  it('keeps any article: 2,000 made of what YAML and Markdown take for signs', () => {
    const random = generator(20_261_123);
    for (let round = 0; round < 2_000; round++) {
      const article = makeArticle(random);
      expect(readBack(article), JSON.stringify(article)).toEqual(article);
    }
  });
});

const PIECES = [
  ...'abяЖ09 :#-?!&*{}[],|>@`"\'%\\/~=<.',
  ': ',
  ' #',
  '- ',
  '---',
  '...',
  '<<',
  '\u00a0',
  '\u200b',
  '\uFEFF',
  '🚀',
  'é',
  'e\u0301',
  'null',
  'true',
  '1.0',
];
const BODY_PIECES = [...PIECES, '\n', '\n\n', '\n---\n', '\t', '    ', '```\n', '\u2028'];

type Random = (below: number) => number;

/** xorshift32: the same articles in every run. */
function generator(seed: number): Random {
  let state = seed;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

function makeArticle(random: Random): Article {
  const text = (pieces: readonly string[], most: number) =>
    Array.from({ length: 1 + random(most) }, () => pieces[random(pieces.length)] ?? '').join('');
  const line = () => text(PIECES, 12).trim() || 'x';
  const list = () => Array.from({ length: random(4) }, line);
  const body =
    text(BODY_PIECES, 40)
      .replace(/^(?:[ \t]*\n)+/, '')
      .trimEnd() || 'x';
  return {
    ...ARTICLE,
    title: line(),
    category: random(2) === 0 ? null : line(),
    section: line(),
    author: line(),
    keywords: list(),
    routes: list(),
    body,
  };
}
