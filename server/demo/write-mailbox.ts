export interface ShownMail {
  id: string;
  subject: string;
  from: string;
  to: string;
  at: string;
  text: string;
  html: string;
}

export function writeList(mails: readonly ShownMail[], nonce: string): string {
  const rows = mails.map(
    ({ id, subject, to, at }) => `<li><a href="/demo-mail/${id}">${escape(subject)}</a>
<p>${escape(to)} · <time datetime="${at}">${tellTime(at)}</time></p></li>`,
  );
  const list =
    rows.length === 0
      ? '<p>Писем ещё нет. Ответ, которого не увидели в виджете, приходит через две минуты.</p>'
      : `<ul>\n${rows.join('\n')}\n</ul>`;
  return writePage(
    'Почта',
    nonce,
    `<p><a href="/">Беседа</a></p>\n<h1>Почта</h1>\n<p>Письма, которые ушли бы людям, будь здесь почтовый сервер.</p>\n${list}`,
  );
}

/** As HTML, which knows light and dark by itself, and as text under it. */
export function writeMailPage({ id, subject, from, to, at, text }: ShownMail, nonce: string): string {
  return writePage(
    subject,
    nonce,
    `<p><a href="/demo-mail">Почта</a></p>
<h1>${escape(subject)}</h1>
<p>От: ${escape(from)}<br>Кому: ${escape(to)}<br><time datetime="${at}">${tellTime(at)}</time></p>
<iframe src="/demo-mail/${id}/html" title="Письмо"></iframe>
<details><summary>Как текст</summary><pre>${linked(text)}</pre></details>`,
  );
}

function writePage(title: string, nonce: string, body: string): string {
  return `<!doctype html>
<html lang="ru">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escape(title)}</title>
<link rel="icon" href="data:,">
<style nonce="${nonce}">${style}</style>
</head>
<body>
<main>
${body}
</main>
</body>
</html>
`;
}

function linked(text: string): string {
  return escape(text).replace(/https?:\/\/[^\s<]+/g, (url) => `<a href="${url}">${url}</a>`);
}

function tellTime(at: string): string {
  return new Intl.DateTimeFormat('ru', {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'Europe/Moscow',
  }).format(new Date(at));
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escape = (text: string) => text.replace(/[&<>"]/g, (char) => ESCAPES[char] ?? char);

const style = `
:root { color-scheme: light dark; --text: light-dark(#1b211e, #e8ece9); --soft: light-dark(#58635d, #9faba4);
  --line: light-dark(#dde2de, #2d3631); --ground: light-dark(#f7f8f6, #121614); --link: light-dark(#2346c4, #9db4ff); }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--text); font: 16px/24px system-ui, sans-serif; overflow-wrap: anywhere; }
main { max-width: 680px; margin: 0 auto; padding: 32px 20px; }
h1 { margin: 0 0 8px; font-size: 24px; line-height: 32px; font-weight: 650; }
p { margin: 0 0 16px; color: var(--soft); }
ul { list-style: none; margin: 0; padding: 0; border-top: 1px solid var(--line); }
li { padding: 12px 0; border-bottom: 1px solid var(--line); }
li p { margin: 0; font-size: 14px; line-height: 20px; }
a { color: var(--link); text-underline-offset: 3px; }
a:focus-visible, summary:focus-visible { outline: 2px solid var(--link); outline-offset: 3px; }
iframe { width: 100%; height: 640px; border: 1px solid var(--line); border-radius: 8px; }
summary { padding: 12px 0; cursor: pointer; }
pre { margin: 0; white-space: pre-wrap; font: 14px/20px ui-monospace, monospace; }
`;
