import { expandSnippets } from '@beseda/shared/domain/expand-snippets';
import { MARKDOWN_LABELS } from '@beseda/shared/domain/markdown-labels';
import { renderMarkdown } from '@beseda/shared/domain/render-markdown';
import type { Locale } from '@beseda/shared/domain/words';
import type { Context } from '../context/context';
import { loadSnippets } from './load-library';
import { loadPicturesOf, pictureAt } from './load-pictures';

/** A text that is being written as the HTML of its page. Links lead to every article that there is. */
export async function previewArticle(
  ctx: Context,
  { locale, body }: { locale: Locale; body: string },
): Promise<{ html: string }> {
  const { text, pictures } = await ctx.inTransaction(async (tx) => {
    const find = await loadSnippets(tx);
    const expanded = expandSnippets(body, find({ locale }));
    return { text: expanded, pictures: await loadPicturesOf(tx, expanded) };
  });
  const html = renderMarkdown(text, {
    labels: MARKDOWN_LABELS[locale],
    fileSize: (url) => pictureAt(pictures, url),
    articleUrl: (number) => ctx.articles.find(ctx.actor, String(number), locale)?.url ?? null,
  });
  return { html };
}
