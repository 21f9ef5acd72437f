import type { Locale, Visibility } from '@beseda/shared/domain/words';
import type { ForeignArticle, ForeignBase, ImportNote, SavedAnswer } from './foreign-base';
import { dayOf, idOf, isObject, type Json, localeOf, objectsOf, pathOf, textOf } from './read-json';

type Filed = Json & { readonly file: string };
/** Objects by `resource_type id`, wherever in the answers they stood. */
type Resources = ReadonlyMap<string, Json>;

const VISIBILITY: Readonly<Record<string, Visibility>> = {
  PUBLIC: 'public',
  AUTHORIZED: 'staff',
  AGENTS: 'agents',
};

/**
 * Kayako: answers of `/api/v1/articles.json?include=locale_field,section,category,user`, and of the lists of sections and
 * categories. Titles and texts are references there: `{id, resource_type: "locale_field"}`, found under `resources`.
 */
export function readKayako(answers: readonly SavedAnswer[]): ForeignBase {
  const resources = gatherResources(answers);
  const notes: ImportNote[] = [];
  const articles = new Map<string, ForeignArticle>();
  for (const article of dataOf(answers)) {
    if (article.resource_type !== 'article') continue;
    for (const read of readArticle(article, resources, notes))
      articles.set(`${read.id} ${read.locale}`, read);
  }
  return { articles: [...articles.values()], notes };
}

function dataOf(answers: readonly SavedAnswer[]): Filed[] {
  return answers.flatMap(({ file, json }) => {
    if (!isObject(json)) return [];
    const data = Array.isArray(json.data) ? objectsOf(json.data) : objectsOf([json.data]);
    return data.map((one) => ({ ...one, file }));
  });
}

function gatherResources(answers: readonly SavedAnswer[]): Resources {
  const found = new Map<string, Json>();
  for (const one of dataOf(answers)) found.set(`${textOf(one.resource_type)} ${idOf(one.id)}`, one);
  for (const { json } of answers) {
    if (!isObject(json) || !isObject(json.resources)) continue;
    for (const [type, objects] of Object.entries(json.resources)) {
      if (!isObject(objects)) continue;
      for (const [id, object] of Object.entries(objects))
        if (isObject(object)) found.set(`${type} ${id}`, object);
    }
  }
  return found;
}

/** A reference, or the thing itself where the answer has it in place. */
function resolve(reference: unknown, resources: Resources): Json | undefined {
  if (!isObject(reference)) return undefined;
  const type = textOf(reference.resource_type);
  return (
    resources.get(`${type} ${idOf(reference.id)}`) ??
    resources.get(`${type.replace(/_minimal$/, '')} ${idOf(reference.id)}`) ??
    reference
  );
}

function translationsOf(value: unknown, resources: Resources): { locale: string; text: string }[] {
  return objectsOf(value).flatMap((reference) => {
    const field = resolve(reference, resources);
    const text = field?.translation ?? field?.value;
    return field && typeof text === 'string' ? [{ locale: textOf(field.locale), text }] : [];
  });
}

function inLocale(value: unknown, locale: Locale, resources: Resources): string | null {
  const known = translationsOf(value, resources);
  const found = known.find((one) => localeOf(one.locale) === locale) ?? known[0];
  return found?.text.trim() || null;
}

function readArticle(article: Filed, resources: Resources, notes: ImportNote[]): ForeignArticle[] {
  const id = idOf(article.id);
  const note = (reason: string) => void notes.push({ file: article.file, id, reason });
  if (id === null) note('an article without an id');
  const titles = translationsOf(article.titles, resources);
  if (id !== null && titles.length === 0)
    note('its titles are missing: save the answer with include=locale_field');
  const section = resolve(article.section, resources);
  const category = resolve(section?.category, resources);
  const author = resolve(article.author, resources) ?? resolve(article.creator, resources);
  const posted = dayOf(article.published_at) ?? dayOf(article.created_at) ?? '2000-01-01';
  return titles.flatMap(({ locale: given, text: title }) => {
    const locale = localeOf(given);
    if (id === null) return [];
    if (locale === null || title.trim() === '') {
      note(locale === null ? `no pages in the language ${given || '(none given)'}` : 'a title is missing');
      return [];
    }
    return {
      id,
      locale,
      title: title.trim(),
      html:
        inLocale(
          objectsOf(article.contents).filter((one) => isIn(one, given, resources)),
          locale,
          resources,
        ) ?? '',
      category: inLocale(category?.titles, locale, resources),
      section: inLocale(section?.titles, locale, resources),
      keywords: keywordsOf(article),
      author: textOf(author?.full_name).trim() || null,
      posted,
      updated: dayOf(article.updated_at) ?? posted,
      visibility: readVisibility(section, note),
      isDraft: article.status !== 'PUBLISHED',
      paths: pathsOf(article, given, resources),
      file: article.file,
    };
  });
}

function isIn(reference: Json, locale: string, resources: Resources): boolean {
  return textOf(resolve(reference, resources)?.locale).toLowerCase() === locale.toLowerCase();
}

function keywordsOf(article: Json): string[] {
  const words = textOf(article.keywords).split(',');
  const tags = objectsOf(article.tags).map((tag) => textOf(tag.name));
  return [...new Set([...words, ...tags].map((word) => word.trim()).filter((word) => word !== ''))];
}

function readVisibility(section: Json | undefined, note: (reason: string) => void): Visibility {
  const teams = Array.isArray(section?.teams) ? section.teams.length : 0;
  if (teams > 0) note('its section is for certain teams there; agents alone read it here');
  return teams > 0 ? 'agents' : (VISIBILITY[textOf(section?.visibility)] ?? 'public');
}

function pathsOf(article: Json, locale: string, resources: Resources): string[] {
  const slug = translationsOf(article.slugs, resources).find((one) => one.locale === locale)?.text;
  const own = pathOf(article.helpcenter_url);
  const made = slug === undefined ? [] : [`/article/${slug}`, `/${locale}/article/${slug}`];
  return [...new Set([...made, ...(own === null || own === '' ? [] : [own])])];
}
