import { describe, expect, it } from 'vitest';
import { MARKDOWN_LABELS } from './markdown-labels';
import { renderMarkdown } from './render-markdown';

const links = {
  articleUrl: (number: number) => (number === 101 ? '/help/ru/article/101-vopros' : null),
  labels: { ...MARKDOWN_LABELS.ru, table: 'Таблица "1"' },
  fileSize: (url: string) => (url === '/help/files/a/shot.png' ? { width: 1200, height: 801 } : null),
};
const render = (text: string) => renderMarkdown(text, links);

describe('renderMarkdown', () => {
  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '[x](javascript:alert(1))',
    '[x](java&#115;cript:alert(1))',
    '[x](<java\tscript:alert(1)>)',
    '[x](vbscript:x)',
    '![x](data:text/html;base64,PHNjcmlwdD4=)',
    '[x](data:text/html,hi)',
    '[x](//evil.example)',
    '<javascript:alert(1)>',
    '[x][r]\n\n[r]: javascript:alert(1)',
  ])('lets nothing active out of %j', (text) => {
    const html = render(text);
    expect(html).not.toMatch(/<(script|img|a)\b/i);
  });

  it('escapes quotes in addresses and titles', () => {
    expect(render('[x](https://a.example/?"onclick=1 "t\\"o")')).not.toMatch(/"\s*onclick/);
    expect(render('![a" onerror="1](/x.png)')).toBe(
      '<p><img src="/x.png" alt="a&quot; onerror=&quot;1" loading="lazy"></p>\n',
    );
  });

  it('leads to an article that the reader may open and leaves the text of any other', () => {
    expect(render('[Да](article:101), [**нет**](article:7), [далее](article:101#shag)')).toBe(
      '<p><a href="/help/ru/article/101-vopros" data-article="101">Да</a>, <strong>нет</strong>, ' +
        '<a href="/help/ru/article/101-vopros#h-shag" data-article="101">далее</a></p>\n',
    );
  });

  it('opens other sites in a new tab and mail addresses as such', () => {
    expect(render('https://example.com/a и help@example.com, но не readme.md')).toBe(
      '<p><a href="https://example.com/a" target="_blank" rel="noopener noreferrer">https://example.com/a</a> и ' +
        '<a href="mailto:help@example.com">help@example.com</a>, но не readme.md</p>\n',
    );
  });

  it('starts headings at level 2 and gives each an id of its own that links find', () => {
    expect(render('# Шаги\n\n## `API` и *шаги*\n\n## Шаги\n\n### 🚀\n\n[к шагам](#shagi)')).toBe(
      '<h2 id="h-shagi">Шаги</h2>\n<h2 id="h-api-i-shagi"><code>API</code> и <em>шаги</em></h2>\n' +
        '<h2 id="h-shagi-2">Шаги</h2>\n<h3 id="h-part">🚀</h3>\n<p><a href="#h-shagi">к шагам</a></p>\n',
    );
  });

  it('makes tables and code scrollable by keyboard, without inline styles', () => {
    const html = render('| a | b |\n|:--|--:|\n| 1 | 2 |\n\n```json\n{"a": "<b>"}\n```\n\n    code');
    expect(html).toContain(
      '<div class="table-scroll" role="group" tabindex="0" aria-label="Таблица &quot;1&quot;"><table>',
    );
    expect(html).toContain('</table></div>');
    expect(html).toContain('<td data-align="right">2</td>');
    expect(html).not.toContain('style=');
    expect(html).toContain('<pre tabindex="0"><code class="language-json">{&quot;a&quot;: &quot;&lt;b&gt;');
    expect(html).toContain('<pre tabindex="0"><code>code');
  });

  it.each([
    ['NOTE', 'note', 'Примечание'],
    ['IMPORTANT', 'note', 'Примечание'],
    ['TIP', 'tip', 'Совет'],
    ['CAUTION', 'warning', 'Внимание'],
  ])('makes a callout with a heading of its own of > [!%s]', (word, kind, label) => {
    expect(render(`> [!${word}]\n> Текст\n>\n> > цитата`)).toBe(
      `<div class="callout" data-kind="${kind}" role="note">\n<p class="callout-label">${label}</p>\n` +
        '<p>Текст</p>\n<blockquote>\n<p>цитата</p>\n</blockquote>\n</div>\n',
    );
  });

  it('leaves a quotation that only looks like a callout as it is', () => {
    for (const text of ['> [!OTHER]\n> a', '> a [!NOTE]', '> [!NOTE] a', '> - [!NOTE]', '> `[!NOTE]`']) {
      expect(render(text)).toMatch(/^<blockquote>/);
    }
    expect(render('> [!NOTE]\n> - пункт')).toContain('Примечание</p>\n<ul>');
  });

  it('gives images the size of their file, or the width that was chosen', () => {
    expect(render('![Окно](/help/files/a/shot.png)')).toContain('width="1200" height="801" loading="lazy"');
    expect(render('![Окно](/help/files/a/shot.png){width=600}, да')).toBe(
      '<p><img src="/help/files/a/shot.png" alt="Окно" width="600" height="401" loading="lazy">, да</p>\n',
    );
    expect(render('![Окно](https://a.example/x.png){width=60}')).toContain('width="60" loading="lazy">');
    expect(render('{width=600} ![x](/y.png) {width=1}')).toContain('{width=600} <img');
  });

  it('plays a video of our own, and nobody else’s', () => {
    expect(render('![Как "это" сделать](/help/files/b/a.mp4){width=480}')).toBe(
      '<p><video controls preload="metadata" src="/help/files/b/a.mp4" width="480" ' +
        'aria-label="Как &quot;это&quot; сделать"></video></p>\n',
    );
    expect(render('![x](https://a.example/a.mp4)')).toContain('<img');
  });
});
