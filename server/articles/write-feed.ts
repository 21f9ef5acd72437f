import { markdownToPlain } from '@beseda/shared/domain/read-markdown';
import type { Locale } from '@beseda/shared/domain/words';
import type { ArticleShelf } from './article-shelf';
import { articleUrl } from './article-url';
import { escapeXml } from './escape-xml';
import type { StoredArticle } from './load-articles';

const ENTRIES = 30;
const SUMMARY_LENGTH = 300;
/** A feed must say when it changed last, also before there is anything in it. */
const NEVER = '1970-01-01';

interface FeedInput {
  locale: Locale;
  publicUrl: string;
  title: string;
}

/** What is new or changed among what everybody may read, as Atom (RFC 4287). */
export function writeFeed(shelf: ArticleShelf, { locale, publicUrl, title }: FeedInput): string {
  const articles = shelf
    .list(null, locale)
    .toSorted((a, b) => b.updated.localeCompare(a.updated) || b.number - a.number)
    .slice(0, ENTRIES);
  const home = escapeXml(`${publicUrl}/help/${locale}`);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${locale}">\n`,
    `<id>${home}</id>\n<title>${escapeXml(title)}</title>\n`,
    `<updated>${instantOf(articles[0]?.updated ?? NEVER)}</updated>\n`,
    `<link rel="self" type="application/atom+xml" href="${home}/feed.atom"/>\n`,
    `<link rel="alternate" type="text/html" href="${home}"/>\n`,
    ...articles.map((article) => writeEntry(article, publicUrl)),
    '</feed>\n',
  ].join('');
}

/** Known for ever by its number: the address changes with the title. */
function writeEntry(article: StoredArticle, publicUrl: string): string {
  const { number, locale, title, author, posted, updated, section, body } = article;
  return [
    `<entry><id>${escapeXml(publicUrl)}/help/${locale}/article/${number}</id>`,
    `<title>${escapeXml(title)}</title>`,
    `<link rel="alternate" type="text/html" href="${escapeXml(publicUrl + articleUrl(article))}"/>`,
    `<published>${instantOf(posted)}</published><updated>${instantOf(updated)}</updated>`,
    `<author><name>${escapeXml(author)}</name></author><category term="${escapeXml(section)}"/>`,
    `<summary>${escapeXml(summaryOf(body))}</summary></entry>\n`,
  ].join('');
}

const instantOf = (day: string) => `${day}T00:00:00Z`;

function summaryOf(body: string): string {
  const text = markdownToPlain(body).replace(/\s+/g, ' ').trim();
  if (text.length <= SUMMARY_LENGTH) return text;
  return `${text.slice(0, text.lastIndexOf(' ', SUMMARY_LENGTH))}…`;
}
