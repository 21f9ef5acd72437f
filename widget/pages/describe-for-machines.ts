import type { PageData, PageFrame, ShownArticle } from '@beseda/shared/domain/page-data';
import { titleOf } from './describe-page';
import { TEXTS } from './texts';

type Thing = Record<string, unknown>;

/** A page in the words of schema.org. */
export function describeForMachines(frame: PageFrame, data: PageData, description: string): Thing {
  const graph = [...(data.page === 'home' ? [describeSite(frame)] : []), ...describeWay(frame, data)];
  if (data.page === 'article') graph.push(describeArticle(frame, data.article, description));
  return { '@context': 'https://schema.org', '@graph': graph };
}

function describeSite(frame: PageFrame): Thing {
  const { locale, canonical } = frame;
  const target = new URL(`/help/${locale}/search`, canonical).href;
  return {
    '@type': 'WebSite',
    name: titleOf(frame, { page: 'home', categories: [], popular: [], recent: [], own: null }),
    url: canonical,
    inLanguage: locale,
    publisher: publisherOf(frame),
    potentialAction: {
      '@type': 'SearchAction',
      target: { '@type': 'EntryPoint', urlTemplate: `${target}?q={search_term_string}` },
      'query-input': 'required name=search_term_string',
    },
  };
}

function describeArticle(frame: PageFrame, article: ShownArticle, description: string): Thing {
  const { title, author, posted, updated, locale } = article;
  return {
    '@type': 'Article',
    headline: title,
    description,
    author: { '@type': author === frame.name ? 'Organization' : 'Person', name: author },
    publisher: publisherOf(frame),
    datePublished: posted,
    dateModified: updated,
    inLanguage: locale,
    mainEntityOfPage: frame.canonical,
  };
}

function publisherOf({ name, canonical }: PageFrame): Thing {
  return { '@type': 'Organization', name, url: new URL('/help', canonical).href };
}

/** The breadcrumbs, the page itself last. */
function describeWay(frame: PageFrame, data: PageData): Thing[] {
  const steps = stepsOf(data);
  if (steps.length === 0) return [];
  const { locale, canonical } = frame;
  const all = [{ title: TEXTS[locale].centre, url: `/help/${locale}` }, ...steps];
  return [
    {
      '@type': 'BreadcrumbList',
      itemListElement: all.map(({ title, url }, at) => ({
        '@type': 'ListItem',
        position: at + 1,
        name: title,
        item: new URL(url, canonical).href,
      })),
    },
  ];
}

function stepsOf(data: PageData): { title: string; url: string }[] {
  if (data.page === 'category') return [data.category];
  if (data.page === 'section') return [data.section.category, data.section].filter((step) => step !== null);
  if (data.page !== 'article') return [];
  const { category, section } = data.article;
  return [category, section, data.article].filter((step) => step !== null);
}
