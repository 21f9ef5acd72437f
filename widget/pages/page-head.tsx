import type { PageData, PageFrame } from '@beseda/shared/domain/page-data';
import { LOCALES, type Locale } from '@beseda/shared/domain/words';
import { describeForMachines } from './describe-for-machines';
import { describePage, titleOf } from './describe-page';
import { TEXTS } from './texts';

const UNLISTED: readonly PageData['page'][] = ['search', 'missing', 'requests', 'rate', 'mail'];
const OG_LOCALES: Readonly<Record<Locale, string>> = { ru: 'ru_RU', en: 'en_GB' };

/** What search engines, messengers and readers of feeds learn of a page. */
export function PageHead({ frame, data }: { frame: PageFrame; data: PageData }) {
  if (!frame.open || UNLISTED.includes(data.page)) return <meta name="robots" content="noindex" />;
  const description = describePage(frame, data);
  return (
    <>
      <meta name="description" content={description} />
      <Languages frame={frame} data={data} />
      <link
        rel="alternate"
        type="application/atom+xml"
        title={TEXTS[frame.locale].feed}
        href={absolute(frame, `/help/${frame.locale}/feed.atom`)}
      />
      <OpenGraph frame={frame} data={data} description={description} />
      <script
        type="application/ld+json"
        dangerouslySetInnerHTML={{
          __html: JSON.stringify(describeForMachines(frame, data, description)).replaceAll('<', '\\u003c'),
        }}
      />
    </>
  );
}

/** Where the page is at home, and in which languages it can be had. */
function Languages({ frame, data }: { frame: PageFrame; data: PageData }) {
  const { alternates, canonical } = frame;
  const given = LOCALES.flatMap((locale) => {
    const path = alternates[locale];
    return path === undefined ? [] : [{ locale, href: absolute(frame, path) }];
  });
  const any = data.page === 'home' ? absolute(frame, '/help') : given[0]?.href;
  return (
    <>
      <link rel="canonical" href={canonical} />
      {given.map(({ locale, href }) => (
        <link key={locale} rel="alternate" hrefLang={locale} href={href} />
      ))}
      {any && <link rel="alternate" hrefLang="x-default" href={any} />}
    </>
  );
}

function OpenGraph({ frame, data, description }: { frame: PageFrame; data: PageData; description: string }) {
  const { locale, name, canonical, alternates } = frame;
  const article = data.page === 'article' ? data.article : null;
  const image = article && /<img\b[^>]*\bsrc="(\/[^"]+)"/.exec(article.html)?.[1];
  return (
    <>
      <meta property="og:site_name" content={`${name}. ${TEXTS[locale].centre}`} />
      <meta property="og:type" content={article ? 'article' : 'website'} />
      <meta property="og:title" content={article?.title ?? titleOf(frame, data)} />
      <meta property="og:description" content={description} />
      <meta property="og:url" content={canonical} />
      <meta property="og:locale" content={OG_LOCALES[article?.locale ?? locale]} />
      {LOCALES.filter((one) => one !== locale && alternates[one]).map((one) => (
        <meta key={one} property="og:locale:alternate" content={OG_LOCALES[one]} />
      ))}
      {image && <meta property="og:image" content={absolute(frame, image)} />}
      {article && <meta property="article:published_time" content={article.posted} />}
      {article && <meta property="article:modified_time" content={article.updated} />}
    </>
  );
}

function absolute({ canonical }: PageFrame, path: string): string {
  return new URL(path, canonical).href;
}
