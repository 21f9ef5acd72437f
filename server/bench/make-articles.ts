import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { importArticles } from '../articles/import-articles';
import { findRoot } from '../config/find-root';
import { connectDatabase } from '../db/connect';
import { makeServices } from '../testing/make-services';

/**
 * A library of so many articles: the starter's, and ones whose paragraphs are mixed from two of them, each with a paragraph
 * of made-up words, so that there are about as many different words as in a help centre of this size.
 */
export async function makeArticles(appUrl: string, folder: string, count: number): Promise<void> {
  const source = join(findRoot(), 'server/starter-kb/ru');
  const files = (await readdir(source))
    .filter((name) => name.endsWith('.md'))
    .sort((a, b) => a.localeCompare(b));
  const texts = await Promise.all(files.map((name) => readFile(join(source, name), 'utf8')));
  await mkdir(folder, { recursive: true });
  for (let i = 0; i < count; i++) {
    await writeFile(join(folder, `${i}.md`), mix(texts, i));
  }
  const database = connectDatabase(appUrl, { max: 2 });
  const report = await importArticles({ ...makeServices(appUrl), database }, folder, { strict: true });
  await database.close();
  if (report.created + report.updated + report.unchanged < count)
    throw new Error(`Only ${report.created} articles: ${JSON.stringify(report.bad[0])}`);
}

function mix(texts: readonly string[], index: number): string {
  const one = texts[index % texts.length] ?? '';
  const other = texts[(index * 7 + 3) % texts.length] ?? '';
  const [, head = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(one) ?? [];
  const [, , added = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(other) ?? [];
  const title = /^title: *(.*)$/m.exec(head)?.[1]?.replace(/^["']|["']$/g, '') ?? 'Статья';
  const section = /^section: .*$/m.exec(head)?.[0] ?? '';
  const paragraphs = [...body.split('\n\n'), ...added.split('\n\n')].filter(
    (_, at) => (at + index) % 2 === 0,
  );
  const text = [...paragraphs, makeParagraph(index)].join('\n\n');
  return `---\ntitle: ${JSON.stringify(`${title} (${index})`)}\nlocale: ru\n${section}\n---\n${text}\n`;
}

const WORDS = 24;
const SYLLABLES = 'ба во га де жи за ко лу ме ни по ра си ту фа ха ци ша ще эл юн ям ор ис'.split(' ');

/** The vocabulary of texts grows with the root of their number; most of it is rare. */
function makeParagraph(index: number): string {
  const known = 500 * Math.sqrt(index + 1);
  const words = Array.from({ length: WORDS }, (_, at) => {
    const chance = ((index * WORDS + at) * 0.618_033_988_7) % 1;
    return makeWord(Math.floor(known * chance * chance));
  });
  return `${words.join(' ')}.`;
}

/** The same word for the same number, of three syllables or more. */
export function makeWord(number: number): string {
  let word = '';
  for (let left = number + SYLLABLES.length ** 2; left > 0; left = Math.floor(left / SYLLABLES.length))
    word += SYLLABLES[left % SYLLABLES.length] ?? '';
  return word;
}
