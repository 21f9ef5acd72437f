import { Document, isSeq, Scalar } from 'yaml';
import { type Article, FRONT_MATTER_KEYS, type FrontMatterKey } from './article-file';

/** Most articles have none of these. */
const MAY_BE_LEFT_OUT: ReadonlySet<FrontMatterKey> = new Set(['category', 'plans', 'roles']);

/** An article as the text of its file. What `parseArticleFile` reads from it is the same article. */
export function formatArticleFile(article: Article): string {
  const given = FRONT_MATTER_KEYS.filter((key) => !MAY_BE_LEFT_OUT.has(key) || !isNothing(article[key]));
  return formatFields(Object.fromEntries(given.map((key) => [key, article[key]])), article.body);
}

/** Front matter of these fields, and the text. */
export function formatFields(fields: Readonly<Record<string, unknown>>, body: string): string {
  const document = new Document(fields);
  for (const key of ['keywords', 'routes', 'plans', 'roles']) {
    const list = document.get(key);
    if (isSeq(list)) list.flow = true;
  }
  const routes = document.get('routes');
  if (isSeq(routes)) {
    for (const route of routes.items) if (route instanceof Scalar) route.type = 'QUOTE_DOUBLE';
  }
  const yaml = document.toString({ lineWidth: 0, flowCollectionPadding: false });
  return `---\n${yaml}---\n\n${body}\n`;
}

export function isNothing(value: unknown): boolean {
  return value === null || (Array.isArray(value) && value.length === 0);
}
