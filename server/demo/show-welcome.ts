import { randomBytes } from 'node:crypto';
import type { FastifyInstance } from 'fastify';

const places = [
  {
    href: '/demo',
    title: 'Демо-страница',
    about: 'Кабинет компании-клиента со встроенным виджетом. Вверху справа можно войти под разными людьми.',
    latin: "Demo: a customer company's admin pages with the widget in them; sign in as different people.",
  },
  {
    href: '/help/ru',
    title: 'Центр поддержки',
    about: 'База знаний. Читается и без скриптов.',
    latin: 'Help centre: the knowledge base, readable without scripts.',
    second: { href: '/help/en', title: 'In English' },
  },
  {
    href: '/help/ru/requests',
    title: 'Мои обращения',
    about: 'Те же обращения и ответы без виджета. Вход из своей системы или по ссылке из письма.',
    latin: 'My requests: the same conversations without the widget. Sign in from your system, or by a mail.',
    second: { href: '/help/en/requests', title: 'In English' },
  },
  {
    href: '/demo-mail',
    title: 'Почта',
    about: 'Письма, которые ушли бы людям: ответы, подтверждения, ссылки для входа. Ссылки в них работают.',
    latin: 'Mail: what would have gone out. The links in it work.',
  },
  {
    href: '/desk',
    title: 'Рабочее место агента',
    about:
      'Очередь обращений и ответы. Одноразовая ссылка для входа напечатана при запуске, в строке «Desk:».',
    latin: 'Desk: tickets and replies. The one-time sign-in link was printed at start, on the “Desk:” line.',
  },
  {
    href: '/api/docs',
    title: 'Описание API',
    about: 'REST с примерами; сама схема лежит в /api/openapi.json.',
    latin: 'API: the REST routes, described by /api/openapi.json.',
  },
];

/** `GET /` of a demo install: one page, without scripts, that leads to everything. */
export async function showWelcome(app: FastifyInstance): Promise<void> {
  app.get('/', (_request, reply) => {
    const nonce = randomBytes(18).toString('base64url');
    return reply
      .header(
        'content-security-policy',
        `default-src 'none'; style-src 'nonce-${nonce}'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
      )
      .header('cache-control', 'no-store')
      .type('text/html; charset=utf-8')
      .send(writeWelcome(nonce));
  });
}

function writeWelcome(nonce: string): string {
  return `<!doctype html>
<html lang="ru">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Беседа</title>
<link rel="icon" href="data:,">
<style nonce="${nonce}">${style}</style>
</head>
<body>
<main>
<h1>Беседа</h1>
<p class="lead">Виджет помощи и центр поддержки. Установка с демо-данными.
<span lang="en">A help widget and the support centre behind it. This install holds demo data.</span></p>
<ul>
${places.map(writePlace).join('\n')}
</ul>
</main>
</body>
</html>
`;
}

function writePlace(place: (typeof places)[number]): string {
  const second = place.second
    ? ` <a class="second" lang="en" href="${place.second.href}">${place.second.title}</a>`
    : '';
  return `<li><a class="place" href="${place.href}">${place.title}</a>${second}
<p>${place.about}<span lang="en">${place.latin}</span></p></li>`;
}

const style = `
:root { color-scheme: light dark; --text: light-dark(#1b211e, #e8ece9); --soft: light-dark(#58635d, #9faba4);
  --line: light-dark(#dde2de, #2d3631); --ground: light-dark(#f7f8f6, #121614); --link: light-dark(#2346c4, #9db4ff); }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--text); font: 16px/24px system-ui, sans-serif; }
main { max-width: 640px; margin: 0 auto; padding: 64px 20px; }
h1 { margin: 0 0 8px; font-size: 32px; line-height: 40px; font-weight: 650; letter-spacing: -0.01em; }
.lead { margin: 0 0 32px; }
p { margin: 4px 0 0; }
span { display: block; color: var(--soft); font-size: 14px; line-height: 20px; margin-top: 4px; }
ul { list-style: none; margin: 0; padding: 0; border-top: 1px solid var(--line); }
li { padding: 20px 0; border-bottom: 1px solid var(--line); }
a { color: var(--link); text-underline-offset: 3px; border-radius: 2px; }
a:focus-visible { outline: 2px solid var(--link); outline-offset: 3px; }
.place { font-size: 18px; font-weight: 600; }
.second { margin-left: 12px; font-size: 14px; }
`;
