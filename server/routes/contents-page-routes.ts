import type { ArticleLink, ArticleTeaser, PageData } from '@beseda/shared/domain/page-data';
import { LOCALES, type Locale } from '@beseda/shared/domain/words';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import type { ArticleShelf } from '../articles/article-shelf';
import { articleUrl } from '../articles/article-url';
import { fitNavigation, listAtHome } from '../articles/fit-contents';
import type { ContentsCategory, ContentsSection } from '../articles/lay-out-contents';
import type { StoredArticle } from '../articles/load-articles';
import type { Viewer } from '../articles/may-read';
import type { Services } from '../context/context';
import { isRequester } from '../db/actor';
import { findReader } from './find-reader';
import { localeOf } from './prefer-locale';
import { isAt, redirectPage, redirectToOther } from './redirect-page';
import type { Show } from './send-page';

const AT_HOME = 6;
/** Articles of a section on one page. */
const SHEET = 100;
const UNTRANSLATED = 50;

const Home = Type.Object({ locale: Type.String() });
const Place = Type.Object({ locale: Type.String(), id: Type.String() });
const Sheet = Type.Object({ page: Type.Integer({ minimum: 1, maximum: 1_000, default: 1 }) });
const config = { access: 'public', rateLimit: { max: 300, timeWindow: '1 minute' } } as const;

/** The home page, the categories and the sections of the knowledge base. */
export function contentsPageRoutes(app: FastifyInstance, services: Services, show: Show): void {
  showHome(app, services, show);
  showCategories(app, services, show);
  showSections(app, services, show);
}

function showHome(app: FastifyInstance, services: Services, show: Show): void {
  const typed = app.withTypeProvider<TypeBoxTypeProvider>();
  typed.get('/help/:locale', { schema: { hide: true, params: Home }, config }, async (request, reply) => {
    const locale = localeOf(request.params.locale);
    const viewer = await findReader(services, request);
    const alternates = Object.fromEntries(LOCALES.map((one) => [one, `/help/${one}`]));
    const data = await describeHome(services, viewer, locale);
    return show(request, reply, { locale, path: `/help/${locale}`, alternates, data });
  });
}

async function describeHome(
  { articles: shelf, articleViews }: Services,
  viewer: Viewer,
  locale: Locale,
): Promise<Extract<PageData, { page: 'home' }>> {
  const all = shelf.list(viewer, locale);
  const byNumber = new Map(all.map((article) => [article.number, article]));
  const popular = (await articleViews.popular()).flatMap((number) => byNumber.get(number) ?? []);
  const recent = all.toSorted((a, b) => b.updated.localeCompare(a.updated) || b.number - a.number);
  return {
    page: 'home',
    categories: listAtHome(shelf.contents(viewer, locale)),
    popular: popular.slice(0, AT_HOME).map(toTeaser),
    recent: recent.slice(0, AT_HOME).map(toTeaser),
    own: viewer && describeOwn(shelf, viewer, all, locale),
  };
}

function describeOwn(
  shelf: ArticleShelf,
  viewer: NonNullable<Viewer>,
  all: readonly StoredArticle[],
  locale: Locale,
): Extract<PageData, { page: 'home' }>['own'] {
  if (viewer.kind === 'system') return null;
  const open = new Set(shelf.list(null, locale).map(({ number }) => number));
  const articles = all.filter(({ number }) => !open.has(number)).map(toTeaser);
  return {
    kind: isRequester(viewer) ? 'staff' : 'agents',
    name: viewer.name,
    articles: articles.slice(0, AT_HOME),
  };
}

function toTeaser(article: StoredArticle): ArticleTeaser {
  const { number, title, section, updated } = article;
  return { number, title, section, updated, url: articleUrl(article) };
}

function showCategories(app: FastifyInstance, services: Services, show: Show): void {
  const typed = app.withTypeProvider<TypeBoxTypeProvider>();
  typed.get(
    '/help/:locale/category/:id',
    { schema: { hide: true, params: Place }, config },
    async (request, reply) => {
      const locale = localeOf(request.params.locale);
      const viewer = await findReader(services, request);
      const number = numberOf(request.params.id);
      const find = (reader: Viewer, one: Locale) =>
        findCategory(services.articles.contents(reader, one), number);
      const alternates = collect((one) => find(viewer, one)?.url);
      const contents = services.articles.contents(viewer, locale);
      const category = findCategory(contents, number);
      if (!category) return redirectToOther(reply, alternates);
      if (!isAt(request, category.url)) return redirectPage(reply, 301, category.url);
      const [listed = { ...category, sections: [] }] = listAtHome([category]);
      const data = { page: 'category', category: listed, navigation: fitNavigation(contents, {}) } as const;
      const open = find(null, locale) !== undefined;
      return show(request, reply, { locale, path: category.url, alternates, open, data });
    },
  );
}

function showSections(app: FastifyInstance, services: Services, show: Show): void {
  const typed = app.withTypeProvider<TypeBoxTypeProvider>();
  typed.get(
    '/help/:locale/section/:id',
    { schema: { hide: true, params: Place, querystring: Sheet }, config },
    async (request, reply) => {
      const locale = localeOf(request.params.locale);
      const viewer = await findReader(services, request);
      const number = numberOf(request.params.id);
      const find = (reader: Viewer, one: Locale) =>
        findSection(services.articles.contents(reader, one), number);
      const found = find(viewer, locale);
      const sheets = Math.max(1, Math.ceil((found?.section.articles.length ?? 0) / SHEET));
      const sheet = Math.min(request.query.page, sheets);
      const rest = sheet === 1 ? '' : `?page=${sheet}`;
      const alternates = collect((one) => find(viewer, one)?.section.url);
      if (!found) return redirectToOther(reply, alternates);
      const { url } = found.section;
      if (!isAt(request, url) || sheet !== request.query.page) return redirectPage(reply, 301, url + rest);
      const data = {
        page: 'section',
        section: {
          ...found.section,
          category: found.category.number === null ? null : found.category,
          articles: found.section.articles.slice((sheet - 1) * SHEET, sheet * SHEET),
        },
        count: found.section.articles.length,
        untranslated: sheet === sheets ? listUntranslated(found.section, find, { viewer, locale }) : [],
        sheet,
        sheets,
        navigation: fitNavigation(services.articles.contents(viewer, locale), { section: number }),
      } as const;
      const open = find(null, locale) !== undefined;
      return show(request, reply, {
        locale,
        path: url + rest,
        alternates: sheet === 1 ? alternates : {},
        open,
        data,
      });
    },
  );
}

/** Of the same section in other languages, at their addresses in this one. */
function listUntranslated(
  { articles }: ContentsSection,
  find: (viewer: Viewer, locale: Locale) => ReturnType<typeof findSection>,
  { viewer, locale }: { viewer: Viewer; locale: Locale },
): ArticleLink[] {
  const known = new Set(articles.map(({ number }) => number));
  return LOCALES.filter((one) => one !== locale)
    .flatMap((lang) => (find(viewer, lang)?.section.articles ?? []).map((link) => ({ ...link, lang })))
    .filter(({ number }) => !known.has(number))
    .slice(0, UNTRANSLATED)
    .map((link) => ({ ...link, url: link.url.replace(`/help/${link.lang}/`, `/help/${locale}/`) }));
}

function collect(urlOf: (locale: Locale) => string | undefined): Partial<Record<Locale, string>> {
  return Object.fromEntries(
    LOCALES.flatMap((one) => {
      const url = urlOf(one);
      return url === undefined ? [] : [[one, url]];
    }),
  );
}

function findCategory(contents: readonly ContentsCategory[], number: number): ContentsCategory | undefined {
  return contents.find((category) => category.number === number);
}

export function findSection(contents: readonly ContentsCategory[], number: number) {
  for (const category of contents) {
    const section = category.sections.find((each) => each.number === number);
    if (section) return { category, section };
  }
  return undefined;
}

function numberOf(id: string): number {
  return Number(/^\d{1,9}(?=-|$)/.exec(id)?.[0]);
}
