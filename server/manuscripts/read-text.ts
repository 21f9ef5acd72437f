import type { ArticleText } from '@beseda/shared/protocol/kb';
import { FRONT_MATTER_FIELDS } from '../articles/front-matter-fields';
import { Refusal } from '../context/refusal';

const MAX_SLUG = 100;

/**
 * What somebody wrote, as it is kept: single lines trimmed, the ends of lines in the body alike. A title may still be
 * missing, everything else is as an export could write it. Refuses with `invalid_input`.
 */
export function readText(given: Partial<ArticleText>): Partial<ArticleText> {
  const read: Partial<ArticleText> = { ...given };
  if (given.title !== undefined)
    read.title = given.title.trim() === '' ? '' : readField('title', given.title);
  if (given.author !== undefined) read.author = readField('author', given.author);
  if (given.slug !== undefined) read.slug = readSlug(given.slug);
  if (given.keywords !== undefined) read.keywords = readField('keywords', given.keywords);
  if (given.routes !== undefined) read.routes = readField('routes', given.routes);
  if (given.body !== undefined) read.body = given.body.replace(/\r\n?/g, '\n');
  return read;
}

function readSlug(given: string | null): string | null {
  if (given === null || given.trim() === '') return null;
  return readField('slug', given.trim().slice(0, MAX_SLUG + 1));
}

function readField<K extends 'title' | 'author' | 'slug' | 'keywords' | 'routes'>(
  key: K,
  given: string | string[],
): NonNullable<ReturnType<(typeof FRONT_MATTER_FIELDS)[K]['parse']>> {
  const { parse, takes } = FRONT_MATTER_FIELDS[key];
  const line = typeof given === 'string' ? given.replace(/\p{Cc}+/gu, ' ').trim() : given;
  const value = parse(line);
  if (value === undefined || value === null)
    throw new Refusal('invalid_input', `${key} takes ${takes}.`, { field: key });
  return value as NonNullable<ReturnType<(typeof FRONT_MATTER_FIELDS)[K]['parse']>>;
}
