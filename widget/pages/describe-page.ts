import type { PageData, PageFrame } from '@beseda/shared/domain/page-data';
import { type PageTexts, TEXTS } from './texts';

const DESCRIPTION_LENGTH = 160;
const ENTITIES = { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' };

export function titleOf({ locale, name }: PageFrame, data: PageData): string {
  const texts = TEXTS[locale];
  return [ownTitle(data, texts), texts.centre, name].filter(Boolean).join(' — ');
}

function ownTitle(data: PageData, texts: PageTexts): string {
  switch (data.page) {
    case 'home':
      return '';
    case 'category':
      return data.category.title;
    case 'section':
      return data.sheet === 1
        ? data.section.title
        : `${data.section.title}. ${texts.sheet.replace('{number}', String(data.sheet))}`;
    case 'article':
      return data.article.title;
    case 'search':
      return data.query || texts.search;
    case 'requests':
      return texts.requests;
    case 'mail':
      return texts.mail.title;
    case 'rate':
      return texts.rate.ask;
    case 'missing':
      return texts.missing;
  }
}

/** What a search engine shows under the title, in one or two lines. */
export function describePage({ locale, name }: PageFrame, data: PageData): string {
  const texts = TEXTS[locale];
  switch (data.page) {
    case 'home':
      return texts.describeHome.replace('{name}', () => name);
    case 'category':
      return list(texts, data.category, data.category.sections);
    case 'section':
      return list(texts, data.section, data.section.articles);
    case 'article':
      return cut(readText(data.article.html));
    default:
      return '';
  }
}

function list(
  texts: PageTexts,
  { title, lead }: { title: string; lead: string },
  parts: readonly { title: string }[],
): string {
  if (lead) return cut(`${title}. ${lead}`);
  const all = parts.map((part) => part.title).join('; ');
  return cut(texts.describeSection.replace('{title}', () => title).replace('{list}', () => `${all}.`));
}

function readText(html: string): string {
  return html
    .replace(/<h[2-6]\b[\s\S]*?<\/h[2-6]>|<p class="callout-label">[\s\S]*?<\/p>/g, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(lt|gt|quot|#39|amp);/g, (_, entity: keyof typeof ENTITIES) => ENTITIES[entity])
    .replace(/\s+/g, ' ')
    .replace(/ (?=[.,:;!?)»])/g, '')
    .trim();
}

/** Between words. */
function cut(text: string): string {
  if (text.length <= DESCRIPTION_LENGTH) return text;
  const end = text.lastIndexOf(' ', DESCRIPTION_LENGTH - 1);
  return `${text.slice(0, end > 0 ? end : DESCRIPTION_LENGTH - 1).replace(/[\s.,:;–—-]+$/, '')}…`;
}
