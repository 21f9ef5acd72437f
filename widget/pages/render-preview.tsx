import type { PreviewFrame, RenderOptions } from '@beseda/shared/protocol/render';
import tokens from '@beseda/shared/ui/tokens.css?inline';
import { renderToString } from 'preact-render-to-string';
import readerCss from '../panel/article/article.css?inline';
import panelCss from '../panel/panel.css?inline';
import { ArticleBody } from '../views/article-body';
import articleCss from '../views/article-body.css?inline';
import articlePageCss from './article/article-page.css?inline';
import css from './pages.css?inline';
import { themeCss } from './theme-css';

/** What the header stands in for on a page. */
const FRAME = 'body.preview{padding-block:16px}';

/** An article without words, as the page or the panel shows it: the desk's editor writes them in (`h1` or `h2`, `.article-body`). */
export function renderPreview({ locale, accent, as }: PreviewFrame, { nonce }: RenderOptions): string {
  const own = as === 'page' ? css + articleCss + articlePageCss : panelCss + articleCss + readerCss;
  const page = renderToString(
    <html lang={locale}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Preview</title>
        <style nonce={nonce} dangerouslySetInnerHTML={{ __html: tokens + themeCss(accent) + own + FRAME }} />
      </head>
      <body class="preview">{as === 'page' ? <PageArticle /> : <PanelArticle />}</body>
    </html>,
  );
  return `<!doctype html>${page}`;
}

function PageArticle() {
  return (
    <main class="reading">
      <header>
        <h1 />
      </header>
      <article>
        <ArticleBody html="" />
      </article>
    </main>
  );
}

function PanelArticle() {
  return (
    <main class="reader">
      <article>
        <h2 />
        <ArticleBody html="" />
      </article>
    </main>
  );
}
