import type { PageData, PageFrame, PortalBoot } from '@beseda/shared/domain/page-data';
import { LOCALES } from '@beseda/shared/domain/words';
import type { RenderOptions } from '@beseda/shared/protocol/render';
import tokens from '@beseda/shared/ui/tokens.css?inline';
import { renderToString } from 'preact-render-to-string';
import panelCss from '../panel/panel.css?inline';
import portalCss from '../portal/portal.css?inline';
import printCss from '../portal/print.css?inline';
import articleCss from '../views/article-body.css?inline';
import { ArticlePage } from './article-page';
import frameCss from './frame.css?inline';
import { HomePage } from './home-page';
import { MissingPage } from './missing-page';
import { PageShell } from './page-shell';
import css from './pages.css?inline';
import { RatePage } from './rate-page';
import { RequestsPage } from './requests-page';
import { SearchPage } from './search-page';
import { SectionPage } from './section-page';
import { type PageTexts, TEXTS } from './texts';
import { themeCss } from './theme-css';

declare const __PORTAL_SCRIPT__: string;

const DESCRIPTION_LENGTH = 160;
const ENTITIES = { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' };

/** A whole page of the support centre; see shared/protocol/render.ts. Works without scripts. */
export function renderPage(frame: PageFrame, data: PageData, { nonce }: RenderOptions): string {
  const styles = tokens + themeCss(frame.accent) + stylesOf(data);
  const page = renderToString(
    <html lang={frame.locale}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{titleOf(frame, data)}</title>
        <Meta frame={frame} data={data} />
        <style nonce={nonce} dangerouslySetInnerHTML={{ __html: styles }} />
      </head>
      <body>
        <PageShell
          frame={frame}
          withSearch={!['home', 'search', 'missing', 'rate'].includes(data.page)}
          isRequests={data.page === 'requests'}
        >
          <Page frame={frame} data={data} />
        </PageShell>
        {data.page === 'requests' && <Portal boot={data.boot} />}
        <Widget frame={frame} nonce={nonce} />
      </body>
    </html>,
  );
  return `<!doctype html>${page}`;
}

/** Where requests are drawn, they look as in the panel. */
const stylesOf = (data: PageData) =>
  data.page === 'requests' && data.view.is === 'requests'
    ? panelCss + frameCss + portalCss + printCss
    : css + frameCss + articleCss;

function Page({ frame: { locale }, data }: { frame: PageFrame; data: PageData }) {
  switch (data.page) {
    case 'home':
      return <HomePage locale={locale} sections={data.sections} />;
    case 'section':
      return <SectionPage locale={locale} section={data.section} sections={data.sections} />;
    case 'article':
      return <ArticlePage locale={locale} data={data} />;
    case 'search':
      return <SearchPage locale={locale} data={data} />;
    case 'requests':
      return <RequestsPage locale={locale} data={data} />;
    case 'rate':
      return <RatePage locale={locale} data={data} />;
    case 'missing':
      return <MissingPage locale={locale} sections={data.sections} />;
  }
}

function Meta({ frame, data }: { frame: PageFrame; data: PageData }) {
  if (['search', 'missing', 'requests', 'rate'].includes(data.page))
    return <meta name="robots" content="noindex" />;
  return (
    <>
      <link rel="canonical" href={frame.canonical} />
      {LOCALES.map((locale) => {
        const path = frame.alternates[locale];
        return (
          path && (
            <link key={locale} rel="alternate" hrefLang={locale} href={new URL(path, frame.canonical).href} />
          )
        );
      })}
      <meta name="description" content={describe(frame, data)} />
    </>
  );
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

function titleOf({ locale, name }: PageFrame, data: PageData): string {
  const texts = TEXTS[locale];
  return [ownTitle(data, texts), texts.centre, name].filter(Boolean).join(' — ');
}

function ownTitle(data: PageData, texts: PageTexts): string {
  switch (data.page) {
    case 'home':
      return '';
    case 'section':
      return data.section.title;
    case 'article':
      return data.article.title;
    case 'search':
      return data.query || texts.search;
    case 'requests':
      return texts.requests;
    case 'rate':
      return texts.rate.ask;
    case 'missing':
      return texts.missing;
  }
}

function describe({ locale }: PageFrame, data: PageData): string {
  if (data.page === 'section') return data.section.articles.map(({ title }) => title).join('. ');
  if (data.page !== 'article') return TEXTS[locale].lead;
  const text = data.article.html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(lt|gt|quot|#39|amp);/g, (_, name: keyof typeof ENTITIES) => ENTITIES[name])
    .replace(/\s+/g, ' ')
    .trim();
  return text.length > DESCRIPTION_LENGTH ? `${text.slice(0, DESCRIPTION_LENGTH)}…` : text;
}
