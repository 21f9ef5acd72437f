import type { Locale, Visibility } from '@beseda/shared/domain/words';
import type { ForeignArticle, ForeignBase, ImportNote, SavedAnswer } from './foreign-base';
import { byId, dayOf, idOf, isObject, type Json, localeOf, objectsOf, pathOf, textOf } from './read-json';

type Filed = Json & { readonly file: string };

interface Guide {
  categories: ReadonlyMap<string, Json>;
  sections: ReadonlyMap<string, Json>;
  users: ReadonlyMap<string, Json>;
  segments: ReadonlyMap<string, Json>;
  /** Titles by `kind id locale`. */
  titles: ReadonlyMap<string, string>;
}

/**
 * Zendesk Guide: answers of `/api/v2/help_center/{locale}/articles.json?include=sections,categories,users,translations`
 * and of the lists of sections, categories, translations and user segments, in any number of pages and locales.
 */
export function readZendesk(answers: readonly SavedAnswer[]): ForeignBase {
  const guide = readGuide(answers);
  const notes: ImportNote[] = [];
  const articles = new Map<string, ForeignArticle>();
  const take = (article: Filed, text: Filed) => {
    const read = readArticle(article, text, guide, notes);
    if (!read) return;
    const known = articles.get(`${read.id} ${read.locale}`);
    articles.set(`${read.id} ${read.locale}`, {
      ...read,
      paths: [...new Set([...(known?.paths ?? []), ...read.paths])],
    });
  };
  const all = [...filed(answers, 'articles'), ...filed(answers, 'article')];
  const known = new Map(all.map((article) => [idOf(article.id), article]));
  for (const article of all) {
    take(article, article);
    for (const text of objectsOf(article.translations)) take(article, { ...text, file: article.file });
  }
  for (const text of [...filed(answers, 'translations'), ...filed(answers, 'translation')]) {
    const article = /^article$/i.test(textOf(text.source_type)) ? known.get(idOf(text.source_id)) : undefined;
    if (article) take(article, text);
  }
  return { articles: [...articles.values()], notes };
}

function filed(answers: readonly SavedAnswer[], key: string): Filed[] {
  return answers.flatMap(({ file, json }) => {
    if (!isObject(json)) return [];
    const found = Array.isArray(json[key]) ? objectsOf(json[key]) : objectsOf([json[key]]);
    return found.map((object) => ({ ...object, file }));
  });
}

function readGuide(answers: readonly SavedAnswer[]): Guide {
  const categories = filed(answers, 'categories');
  const sections = filed(answers, 'sections');
  const titles = new Map<string, string>();
  const name = (kind: string, id: unknown, locale: unknown, title: unknown) => {
    const known = localeOf(locale);
    if (known && textOf(title).trim() !== '')
      titles.set(`${kind} ${idOf(id)} ${known}`, textOf(title).trim());
  };
  for (const [kind, list] of [
    ['category', categories],
    ['section', sections],
  ] as const) {
    for (const one of list) {
      name(kind, one.id, one.locale, one.name);
      for (const text of objectsOf(one.translations)) name(kind, one.id, text.locale, text.title);
    }
  }
  for (const text of filed(answers, 'translations')) {
    name(textOf(text.source_type).toLowerCase(), text.source_id, text.locale, text.title);
  }
  return {
    categories: byId(categories),
    sections: byId(sections),
    users: byId(filed(answers, 'users')),
    segments: byId(filed(answers, 'user_segments')),
    titles,
  };
}

/** `text` is the article itself or a translation of it: title, body, locale and draft are the same in both. */
function readArticle(
  article: Filed,
  text: Filed,
  guide: Guide,
  notes: ImportNote[],
): ForeignArticle | undefined {
  const id = idOf(article.id);
  const note = (reason: string) => void notes.push({ file: text.file, id, reason });
  const locale = localeOf(text.locale);
  const title = textOf(text.title ?? article.title).trim();
  if (id === null) return note('an article without an id');
  if (locale === null) return note(`no pages in the language ${textOf(text.locale) || '(none given)'}`);
  if (title === '') return note('a title is missing');
  const section = guide.sections.get(idOf(article.section_id) ?? '');
  const category = guide.categories.get(idOf(section?.category_id) ?? '');
  const author = guide.users.get(
    idOf(text.created_by_id ?? article.author_id) ?? idOf(article.author_id) ?? '',
  );
  const posted = dayOf(article.created_at) ?? dayOf(text.created_at);
  const updated = dayOf(text.edited_at) ?? dayOf(article.edited_at) ?? dayOf(text.updated_at) ?? posted;
  if (!section && article.section_id !== undefined)
    note(`its section ${idOf(article.section_id)} is not in these files`);
  return {
    id,
    locale,
    title,
    html: textOf(text.body),
    category: nameOf('category', category, locale, guide),
    section: nameOf('section', section, locale, guide),
    keywords: Array.isArray(article.label_names)
      ? article.label_names.filter((label) => typeof label === 'string')
      : [],
    author: textOf(author?.name).trim() || null,
    posted: posted ?? updated ?? '2000-01-01',
    updated: updated ?? posted ?? '2000-01-01',
    visibility: readVisibility(article, guide, note),
    isDraft: text.draft === true,
    paths: pathsOf(id, article, text),
    file: text.file,
  };
}

function nameOf(kind: string, one: Json | undefined, locale: Locale, { titles }: Guide): string | null {
  if (!one) return null;
  return titles.get(`${kind} ${idOf(one.id)} ${locale}`) ?? (textOf(one.name).trim() || null);
}

/** No segment: everybody. Agents and what is not told go to agents alone; every other needs a sign-in. */
function readVisibility(article: Json, { segments }: Guide, note: (reason: string) => void): Visibility {
  const given = Array.isArray(article.user_segment_ids)
    ? article.user_segment_ids
    : [article.user_segment_id];
  const ids = given.map(idOf).filter((id) => id !== null);
  if (ids.length === 0) return 'public';
  const known = ids.map((id) => segments.get(id));
  if (known.every((segment) => segment?.user_type === 'staff')) return 'agents';
  const narrow = known.some((segment) =>
    ['group_ids', 'organization_ids', 'tags', 'or_tags', 'added_user_ids'].some(
      (key) => objectCount(segment?.[key]) > 0,
    ),
  );
  if (narrow || known.some((segment) => segment?.user_type !== 'signed_in_users')) {
    const names = known.map((segment, at) => textOf(segment?.name) || ids[at]).join(', ');
    note(`for the user segment «${names}»: agents alone read it until you say who else may`);
    return 'agents';
  }
  return 'staff';
}

function objectCount(value: unknown): number {
  return Array.isArray(value) ? value.length : 0;
}

function pathsOf(id: string, article: Json, text: Json): string[] {
  const locale = textOf(text.locale).toLowerCase();
  const own = pathOf(text.html_url ?? (text === article ? article.html_url : ''));
  return [
    own && own.includes('/articles/') ? own : null,
    `/hc/${locale}/articles/${id}`,
    `/hc/articles/${id}`,
  ].filter((path) => path !== null);
}
