import { describe, expect, it } from 'vitest';
import { renderMarkdown } from './render-markdown';

const links = {
  articleUrl: (number: number) => (number === 101 ? '/help/ru/article/101-vopros' : null),
  tableLabel: 'Таблица "1"',
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
});
