import { Document, isSeq, Scalar } from 'yaml';
import { type Article, FRONT_MATTER_KEYS } from './article-file';

/** An article as the text of its file. What `parseArticleFile` reads from it is the same article. */
export function formatArticleFile(article: Article): string {
  const fields = Object.fromEntries(FRONT_MATTER_KEYS.map((key) => [key, article[key]]));
  const document = new Document(fields);
  for (const key of ['keywords', 'routes']) {
    const list = document.get(key);
    if (isSeq(list)) list.flow = true;
  }
  const routes = document.get('routes');
  if (isSeq(routes)) {
    for (const route of routes.items) if (route instanceof Scalar) route.type = 'QUOTE_DOUBLE';
  }
  const yaml = document.toString({ lineWidth: 0, flowCollectionPadding: false });
  return `---\n${yaml}---\n\n${article.body}\n`;
}
