/**
 * The text of an article, in the panel and on the support centre's pages. `html` comes from the server, which made it
 * from Markdown and let nothing else through. Looks: article-body.css.
 */
export function ArticleBody({ html }: { html: string }) {
  return <div class="article-body" dangerouslySetInnerHTML={{ __html: html }} />;
}
