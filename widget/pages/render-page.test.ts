import type { FoundPage, PageData, PageFrame, PortalView } from '@beseda/shared/domain/page-data';
import { describe, expect, test, vi } from 'vitest';
import { renderPage } from './render-page';

const frame: PageFrame = {
  locale: 'ru',
  name: 'A & B <ltd>',
  accent: '#3b5bdb',
  alternates: { ru: '/help/ru/article/7-x', en: '/help/en/article/7-y' },
  canonical: 'https://support.example.com/help/ru/article/7-x',
  open: true,
  widgetApp: null,
};
const section = { number: 1, title: 'Кошельки', url: '/help/ru/section/1-k', articles: [] };
const article: Extract<PageData, { page: 'article' }> = {
  page: 'article',
  article: {
    number: 7,
    locale: 'ru',
    category: null,
    title: 'Как вывести <деньги>',
    html: '<p>Откройте <strong>«Кошельки»</strong> &amp; ждите.</p>',
    author: 'Анна',
    posted: '2026-03-02',
    updated: '2026-10-14',
    visibility: 'public',
    section,
    url: '/help/ru/article/7-x',
  },
  previous: null,
  next: null,
  related: [],
  navigation: [],
  voted: null,
  told: false,
  comments: { may: 'sign-in', list: [], sent: null, refused: null },
};
vi.stubGlobal('__PORTAL_SCRIPT__', 'portal-1a2b3c.js');
vi.stubGlobal('__READER_SCRIPT__', 'reading-1a2b3c.js');
vi.stubGlobal('__FINDER_SCRIPT__', 'finding-1a2b3c.js');
const BOOT = {
  locale: 'ru',
  name: '</script>',
  publicUrl: 'https://support.example.com',
  mailDelay: 120,
  supportEmail: 'support@example.com',
  signedIn: false,
} as const;
const requests = (view: PortalView): Extract<PageData, { page: 'requests' }> => ({
  page: 'requests',
  boot: BOOT,
  view,
  refused: null,
});
const render = (data: PageData, other: Partial<PageFrame> = {}) =>
  renderPage({ ...frame, ...other }, data, { nonce: 'n0nce' });

const FOUND: FoundPage = {
  hits: [],
  total: 0,
  all: 0,
  section: null,
  sections: [],
  corrected: null,
  closest: [],
};

describe('a page of the support centre', () => {
  test('shows an article with who wrote it and when, and a vote that needs no script', () => {
    const html = render(article);
    expect(html).toContain('<p>Откройте <strong>«Кошельки»</strong> &amp; ждите.</p>');
    expect(html).toContain('<h1>Как вывести &lt;деньги></h1>');
    expect(html).toContain('<time datetime="2026-03-02">2 марта 2026 г.</time>');
    expect(html).toContain('method="post" action="/help/ru/article/7/vote"');
    expect(html).toContain('<meta name="description" content="Откройте «Кошельки» &amp; ждите."');
    expect(html).toContain('<script type="module" src="/assets/reading-1a2b3c.js">');
  });

  test('carries its style sheet as it is, under the nonce, in the colour of the vendor', () => {
    const html = render(article);
    expect(html).toContain('<style nonce="n0nce">');
    expect(html).toContain(':root{--theme-accent:#3b5bdb}');
    expect(render(article, { accent: 'red}body{display:none' })).not.toContain('display:none');
  });

  test('says what a vote was, and thanks', () => {
    const html = render({ ...article, voted: 'yes' });
    expect(html).toMatch(/value="yes"[^>]*aria-pressed="true"/);
    expect(html).toContain('role="status"');
  });

  test('tells search engines the language versions, and to leave searches alone', () => {
    expect(render(article)).toContain('hreflang="en" href="https://support.example.com/help/en/article/7-y"');
    expect(render({ page: 'search', query: 'x', found: FOUND })).toContain('content="noindex"');
  });

  test('tells machines what an article is, who wrote it and where it stands', () => {
    const html = render({ ...article, article: { ...article.article, title: 'A</script>' } });
    const [, json = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(html) ?? [];
    const { '@graph': graph } = JSON.parse(json) as { '@graph': Record<string, unknown>[] };
    expect(graph.map((thing) => thing['@type'])).toEqual(['BreadcrumbList', 'Article']);
    expect(graph[0]?.['itemListElement']).toMatchObject([
      { position: 1, item: 'https://support.example.com/help/ru' },
      { position: 2, name: 'Кошельки', item: 'https://support.example.com/help/ru/section/1-k' },
      { position: 3, name: 'A</script>' },
    ]);
    expect(graph[1]).toMatchObject({
      headline: 'A</script>',
      author: { '@type': 'Person', name: 'Анна' },
      datePublished: '2026-03-02',
      dateModified: '2026-10-14',
      inLanguage: 'ru',
    });
    expect(html).toContain('<meta property="og:type" content="article"/>');
  });

  test('tells machines nothing of what is not for everybody', () => {
    const html = render(article, { open: false });
    expect(html).toContain('content="noindex"');
    expect(html).not.toMatch(/og:title|ld\+json|rel="canonical"|name="description"/);
  });

  test('marks the language of a text that is not translated', () => {
    const html = render({ ...article, article: { ...article.article, locale: 'en' } });
    expect(html).toContain('<h1 lang="en">');
    expect(html).toContain('<article lang="en">');
    expect(html).toContain('пока есть только на английском');
  });

  test('marks what was found and escapes the rest', () => {
    const hit = { number: 1, title: 'T', url: '/t', section: 'S', snippet: 'a <b> c', titleMarks: [] };
    const found = { ...FOUND, hits: [{ ...hit, marks: [[2, 5]] as [number, number][] }], total: 1, all: 1 };
    const html = render({ page: 'search', query: '"$&', found });
    expect(html).toContain('a <mark>&lt;b></mark> c');
    expect(html).toContain('По запросу «&quot;$&amp;»');
  });

  test('offers the widget where there is an app for it', () => {
    expect(render({ page: 'missing', closest: [], navigation: [] }, { widgetApp: 'k&y' })).toContain(
      'async src="/widget.js?app=k%26y"',
    );
  });

  test('lets staff into their requests without a script, and carries what the script begins with', () => {
    const html = render(requests({ is: 'sign-in', to: '', email: 'a"b@c', invalid: true }));
    expect(html).toMatch(/<form[^>]* method="post" action="\/help\/ru\/requests\/sign-in"/);
    expect(html).toMatch(/value="a&quot;b@c"[^>]*aria-invalid="true"/);
    const [, json = ''] = /<script type="application\/json" id="page-data">(.*?)<\/script>/.exec(html) ?? [];
    expect(JSON.parse(json)).toEqual(BOOT);
    expect(html).toContain('<script type="module" src="/assets/portal-1a2b3c.js">');
    expect(html).toContain('content="noindex"');
  });

  test('asks who is signed in before the token of a form is spent', () => {
    const view = {
      is: 'confirm',
      app: 'key',
      token: 'a.b.c',
      to: 'new',
      name: 'Ольга',
      company: 'Вита',
    } as const;
    const html = render(requests(view));
    expect(html).toContain('Вы входите как Ольга, компания «Вита».');
    expect(html).toContain('<input type="hidden" name="token" value="a.b.c"/>');
  });

  test('tells a distributor whose support is theirs, and offers no form', () => {
    const refused = { code: 'not_staff', company: 'Вита', supportUrl: 'https://help.vita.example/' };
    const html = render({ ...requests({ is: 'sign-in', to: '', email: '', invalid: false }), refused });
    expect(html).toContain('href="https://help.vita.example/"');
    expect(html).not.toContain('<form class="stack"');
  });
});
