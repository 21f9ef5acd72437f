import type { PageData, PageFrame, PortalBoot } from '@beseda/shared/domain/page-data';
import type { RenderOptions } from '@beseda/shared/protocol/render';
import tokens from '@beseda/shared/ui/tokens.css?inline';
import { renderToString } from 'preact-render-to-string';
import panelCss from '../panel/panel.css?inline';
import portalCss from '../portal/portal.css?inline';
import printCss from '../portal/print.css?inline';
import articleCss from '../views/article-body.css?inline';
import { ArticlePage } from './article/article-page';
import articlePageCss from './article/article-page.css?inline';
import { CategoryPage } from './category-page';
import contentsCss from './contents.css?inline';
import { titleOf } from './describe-page';
import findingCss from './finding/finding.css?inline';
import frameCss from './frame.css?inline';
import { HomePage } from './home-page';
import { MailChoicePage } from './mail-choice-page';
import { MissingPage } from './missing-page';
import { PageHead } from './page-head';
import { PageShell } from './page-shell';
import css from './pages.css?inline';
import paperCss from './paper.css?inline';
import { RatePage } from './rate-page';
import { RequestsPage } from './requests-page';
import { SearchPage } from './search-page';
import { SectionPage } from './section-page';
import { themeCss } from './theme-css';

declare const __PORTAL_SCRIPT__: string;
declare const __READER_SCRIPT__: string;
declare const __FINDER_SCRIPT__: string;

/** A whole page of the support centre; see shared/protocol/render.ts. Works without scripts. */
export function renderPage(frame: PageFrame, data: PageData, { nonce }: RenderOptions): string {
  const styles = tokens + themeCss(frame.accent) + stylesOf(data);
  const page = renderToString(
    <html lang={frame.locale}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{titleOf(frame, data)}</title>
        <PageHead frame={frame} data={data} />
        <style nonce={nonce} dangerouslySetInnerHTML={{ __html: styles }} />
      </head>
      <body>
        <PageShell
          frame={frame}
          withSearch={!['home', 'search', 'missing', 'rate', 'mail'].includes(data.page)}
          isRequests={data.page === 'requests'}
        >
          <Page frame={frame} data={data} />
        </PageShell>
        {data.page === 'requests' && <Portal boot={data.boot} />}
        {data.page === 'article' && <script type="module" src={`/assets/${__READER_SCRIPT__}`} />}
        {data.page === 'search' && <script type="module" src={`/assets/${__FINDER_SCRIPT__}`} />}
        <Widget frame={frame} nonce={nonce} />
      </body>
    </html>,
  );
  return `<!doctype html>${page}`;
}

/** Where requests are drawn, they look as in the panel. */
function stylesOf(data: PageData): string {
  if (data.page === 'requests' && data.view.is === 'requests')
    return panelCss + frameCss + portalCss + printCss;
  const own =
    data.page === 'article' ? articleCss + articlePageCss : data.page === 'search' ? findingCss : '';
  return css + frameCss + contentsCss + own + paperCss;
}

function Page({ frame, data }: { frame: PageFrame; data: PageData }) {
  const { locale } = frame;
  switch (data.page) {
    case 'home':
      return <HomePage locale={locale} data={data} />;
    case 'category':
      return <CategoryPage locale={locale} data={data} />;
    case 'section':
      return <SectionPage locale={locale} data={data} />;
    case 'article':
      return <ArticlePage frame={frame} data={data} />;
    case 'search':
      return <SearchPage locale={locale} data={data} />;
    case 'requests':
      return <RequestsPage locale={locale} data={data} />;
    case 'mail':
      return <MailChoicePage locale={locale} data={data} />;
    case 'rate':
      return <RatePage locale={locale} data={data} />;
    case 'missing':
      return <MissingPage locale={locale} data={data} />;
  }
}

/** What the requests are drawn by, and what it begins with; it takes a link from a mail where nobody has signed in, too. */
function Portal({ boot }: { boot: PortalBoot }) {
  const json = JSON.stringify(boot).replaceAll('<', '\\u003c');
  return (
    <>
      <script type="application/json" id="page-data" dangerouslySetInnerHTML={{ __html: json }} />
      <script type="module" src={`/assets/${__PORTAL_SCRIPT__}`} />
    </>
  );
}

/** The queue stub and the loader, like in any other page; the one thing here that needs scripts. */
function Widget({ frame, nonce }: { frame: PageFrame; nonce: string }) {
  if (!frame.widgetApp) return null;
  const stub = `window.Beseda=function(){(Beseda.q=Beseda.q||[]).push(arguments)};Beseda('init',{locale:'${frame.locale}'})`;
  return (
    <>
      <script nonce={nonce} dangerouslySetInnerHTML={{ __html: stub }} />
      <script nonce={nonce} async src={`/widget.js?app=${encodeURIComponent(frame.widgetApp)}`} />
    </>
  );
}
