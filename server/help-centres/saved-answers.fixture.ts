import type { SavedAnswer } from './foreign-base';

const SITE = 'https://vita.zendesk.com';

/** Two pages of articles with what the API sends along, translations, and user segments. */
export function zendeskAnswers(): SavedAnswer[] {
  const article = (id: number, title: string, body: string, more: object = {}) => ({
    id,
    url: `${SITE}/api/v2/help_center/ru/articles/${id}.json`,
    html_url: `${SITE}/hc/ru/articles/${id}-${encodeURIComponent(title.replace(/\?/g, '').replace(/ /g, '-'))}`,
    author_id: 9,
    comments_disabled: false,
    draft: false,
    promoted: false,
    position: 0,
    vote_sum: 3,
    vote_count: 5,
    section_id: 20,
    created_at: '2024-03-01T09:00:00Z',
    updated_at: '2026-05-07T10:00:00Z',
    edited_at: '2026-05-06T10:00:00Z',
    name: title,
    title,
    source_locale: 'ru',
    locale: 'ru',
    outdated: false,
    user_segment_id: null,
    permission_group_id: 1,
    label_names: [],
    body,
    ...more,
  });
  const page = (articles: object[]) => ({ count: 5, next_page: null, page: 1, per_page: 30, articles });
  const withdraw =
    `<p>Откройте <a href="${SITE}/hc/ru/articles/360002">кошелёк</a> и нажмите <strong>Вывести</strong>.</p>` +
    `<p><img src="${SITE}/hc/article_attachments/777/button.png" alt="Кнопка"></p><ol><li>Сумма</li><li>Счёт</li></ol>`;
  return [
    {
      file: 'ru-1.json',
      json: {
        ...page([
          article(360001, 'Как вывести деньги?', withdraw, { label_names: ['вывод', 'выплата'] }),
          article(360002, 'Для сотрудников', '<p>Внутри</p><script>alert(1)</script>', {
            user_segment_id: 31,
          }),
        ]),
        sections: [{ id: 20, category_id: 10, locale: 'ru', name: 'Выплаты', position: 0 }],
        categories: [{ id: 10, locale: 'ru', name: 'Финансы', position: 0 }],
        users: [{ id: 9, name: 'Елена С.', role: 'agent' }],
      },
    },
    {
      file: 'ru-2.json',
      json: page([
        article(360003, 'Черновик', '<p>Не готово</p>', { draft: true }),
        article(360004, 'Для отдела продаж', '<p>Цены</p>', { user_segment_id: 32 }),
        article(360005, ' ', '<p>x</p>'),
      ]),
    },
    {
      file: 'translations.json',
      json: {
        translations: [
          {
            id: 1,
            source_id: 360001,
            source_type: 'Article',
            locale: 'en-us',
            title: 'How to withdraw money?',
            body: '<p>Open the wallet.</p>',
            draft: false,
            created_at: '2024-04-01T00:00:00Z',
            updated_at: '2024-04-02T00:00:00Z',
            html_url: `${SITE}/hc/en-us/articles/360001-How-to-withdraw-money`,
          },
          {
            id: 2,
            source_id: 360001,
            source_type: 'Article',
            locale: 'de',
            title: 'Auszahlung',
            body: '<p>…</p>',
          },
          { id: 3, source_id: 20, source_type: 'Section', locale: 'en-us', title: 'Payouts', body: '' },
          { id: 4, source_id: 10, source_type: 'Category', locale: 'en-us', title: 'Finance', body: '' },
        ],
      },
    },
    {
      file: 'user_segments.json',
      json: {
        user_segments: [
          {
            id: 31,
            name: 'Signed-in users',
            user_type: 'signed_in_users',
            group_ids: [],
            organization_ids: [],
            tags: [],
          },
          {
            id: 32,
            name: 'Продажи',
            user_type: 'signed_in_users',
            group_ids: [],
            organization_ids: [],
            tags: ['sales'],
          },
        ],
      },
    },
  ];
}

export function helpScoutAnswers(): SavedAnswer[] {
  const article = (
    id: string,
    number: number,
    slug: string,
    name: string,
    text: string,
    more: object = {},
  ) => ({
    file: `article-${number}.json`,
    json: {
      article: {
        id,
        number,
        collectionId: 'c1',
        slug,
        status: 'published',
        hasDraft: false,
        name,
        text,
        categories: ['k1'],
        related: [],
        publicUrl: `https://docs.vita.example/article/${number}-${slug}`,
        popularity: 4.3,
        viewCount: 237,
        createdBy: 73423,
        updatedBy: 73423,
        createdAt: '2023-08-21T19:34:13Z',
        updatedAt: '2025-08-21T19:34:13Z',
        lastPublishedAt: '2025-08-22T19:34:13Z',
        ...more,
      },
    },
  });
  const list = (key: string, items: object[]) => ({
    [key]: { page: 1, pages: 1, count: items.length, items },
  });
  return [
    {
      file: 'collections.json',
      json: list('collections', [
        { id: 'c1', number: 1, slug: 'help', visibility: 'public', order: 1, name: 'Help' },
        { id: 'c2', number: 2, slug: 'inside', visibility: 'private', order: 2, name: 'Внутреннее' },
      ]),
    },
    {
      file: 'categories_c1.json',
      json: list('categories', [
        { id: 'k1', number: 5, slug: 'accounts', collectionId: 'c1', order: 1, name: 'Accounts' },
      ]),
    },
    {
      file: 'articles_c1.json',
      json: list('articles', [
        { id: 'a1', number: 121, status: 'published', name: 'Reset a password' },
        { id: 'a4', number: 124, status: 'published', name: 'Lost' },
      ]),
    },
    article(
      'a1',
      121,
      'reset-a-password',
      'Reset a password',
      '<section class="callout-yellow"><p>Links live for an hour.</p></section><p>Open the <a href="//docs.vita.example/article/122-rules">rules</a>.</p>',
    ),
    article('a2', 122, 'rules', 'Внутренний порядок', '<p>Только для нас.</p>', {
      collectionId: 'c2',
      categories: [],
    }),
    article('a3', 123, 'not-yet', 'Not yet', '<p>Soon.</p>', { status: 'notpublished' }),
  ];
}

export function kayakoAnswers(): SavedAnswer[] {
  const field = (id: number) => ({ id, resource_type: 'locale_field' });
  const text = (id: number, locale: string, translation: string) => ({
    id,
    locale,
    translation,
    created_at: '2016-04-13T07:32:51+00:00',
    resource_type: 'locale_field',
  });
  return [
    {
      file: 'articles.json',
      json: {
        status: 200,
        data: [
          {
            id: 1,
            legacy_id: null,
            titles: [field(1), field(2)],
            slugs: [{ locale: 'en-us', translation: '1-v60-pour-over-brewing', resource_type: 'slug' }],
            contents: [field(3), field(4)],
            keywords: 'filter',
            section: { id: 1, resource_type: 'section' },
            creator: { id: 1, resource_type: 'user' },
            author: { id: 1, resource_type: 'user' },
            attachments: [],
            status: 'PUBLISHED',
            tags: [{ name: 'v60', resource_type: 'tag' }],
            created_at: '2016-04-12T07:32:51+00:00',
            published_at: '2016-04-13T07:32:51+00:00',
            updated_at: '2016-05-01T07:32:51+00:00',
            helpcenter_url: 'https://brewfictus.kayako.com/article/1-v60-pour-over-brewing',
            resource_type: 'article',
          },
        ],
        resource: 'article',
        offset: 0,
        limit: 10,
        total_count: 1,
        resources: {
          locale_field: {
            '1': text(1, 'en-us', 'V60 brewing'),
            '2': text(2, 'ru', 'Пуровер'),
            '3': text(3, 'en-us', '<h1>Steps</h1><p>Pour.</p>'),
            '4': text(4, 'ru', '<p>Лейте.</p>'),
            '5': text(5, 'en-us', 'Brewing'),
            '6': text(6, 'en-us', 'Coffee'),
            '7': text(7, 'ru', 'Кофе'),
          },
          section: {
            '1': {
              id: 1,
              titles: [field(5)],
              visibility: 'AUTHORIZED',
              teams: [],
              category: { id: 1, resource_type: 'category' },
              resource_type: 'section',
            },
          },
          category: { '1': { id: 1, titles: [field(6), field(7)], resource_type: 'category' } },
          user: { '1': { id: 1, full_name: 'Jamie Cho', resource_type: 'user' } },
        },
      },
    },
  ];
}
