import * as fc from 'fast-check';
import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parseFragment } from 'parse5';
import { describe, expect, it } from 'vitest';
import { MARKDOWN_LABELS } from '../markdown-labels';
import { renderMarkdown } from '../render-markdown';
import { htmlToMarkdown } from './html-to-markdown';
import { readHtmlTree } from './html-tree';
import type { HtmlOptions } from './html-writer';

function treeOf(html: string) {
  return readHtmlTree<DefaultTreeAdapterTypes.ChildNode>(parseFragment(html).childNodes, {
    tag: (node) => (defaultTreeAdapter.isElementNode(node) ? node.tagName : undefined),
    text: (node) => (defaultTreeAdapter.isTextNode(node) ? node.value : undefined),
    attributes: (node) => (defaultTreeAdapter.isElementNode(node) ? node.attrs : []),
    children: (node) => (defaultTreeAdapter.isElementNode(node) ? node.childNodes : []),
  });
}

const convert = (html: string, options?: HtmlOptions) => htmlToMarkdown(treeOf(html), options);
const render = (text: string) => renderMarkdown(text, { articleUrl: () => null, labels: MARKDOWN_LABELS.ru });

/** What a reader sees, white space aside. */
function seen(html: string): string {
  const text = (nodes: ReturnType<typeof treeOf>): string =>
    nodes.map((node) => (typeof node === 'string' ? node : text([...node.children]))).join('');
  return text(treeOf(html)).replace(/\s+/g, '');
}

describe('running text', () => {
  it.each([
    ['<p>Нажмите <b>Сохранить</b> и <i>подождите</i>.</p>', 'Нажмите **Сохранить** и *подождите*.'],
    ['<p><b>Важно: </b>текст</p>', '**Важно:** текст'],
    ['<p><b>слово.</b>дальше</p>', '**слово**.дальше'],
    ['<p>до<b>«слово»</b>после</p>', 'до«**слово**»после'],
    ['<p><b>a</b><b>b</b> <b>c</b></p>', '**ab c**'],
    ['<p><b>a</b><i>b</i></p>', '**a**b'],
    ['<p><b><i>оба</i> один</b></p>', '***оба* один**'],
    [
      '<p><span style="font-weight:700">жирно</span> <span style="font-style:italic">косо</span></p>',
      '**жирно** *косо*',
    ],
    ['<b style="font-weight:normal"><p>Google</p></b>', 'Google'],
    ['<p><s>старое</s> новое</p>', '~~старое~~ новое'],
    ['<p>поле <code>a`b</code> и <kbd>Ctrl</kbd></p>', 'поле ``a`b`` и `Ctrl`'],
    ['<p>H<sub>2</sub>O, м<sup>2</sup>, x<sup>ab</sup></p>', 'H₂O, м², xab'],
    [
      '<p>5 * 3 = 15, snake_case, _так_, [x], C:\\Users, a\\*</p>',
      '5 \\* 3 = 15, snake_case, \\_так\\_, \\[x\\], C:\\Users, a\\\\\\*',
    ],
    [
      '<p>1. Не список</p><p># не заголовок</p><p>- тоже</p><p>&gt; нет</p>',
      '1\\. Не список\n\n\\# не заголовок\n\n\\- тоже\n\n\\> нет',
    ],
    ['<p>строка<br>другая</p>', 'строка\\\nдругая'],
    ['раз<br><br>два<div>три</div>', 'раз\n\nдва\n\nтри'],
    ['<p>&nbsp;</p><p>в&nbsp;Москве</p><p> \u200b</p>', 'в\u00a0Москве'],
    ['<p>&lt;b&gt; и &amp;amp; и a &lt; b</p>', '\\<b> и \\&amp; и a < b'],
    ['<p>сайт https://example.com/a_b_c/_d_ тут</p>', 'сайт https://example.com/a_b_c/_d_ тут'],
  ])('of %s is %s', (html, markdown) => {
    expect(convert(html)).toBe(markdown);
    expect(seen(render(markdown))).toBe(
      seen(html.replace(/<su[bp]>2/g, (tag) => (tag.includes('sub') ? '₂' : '²'))).replace(/\u200b/g, ''),
    );
  });

  const MARKS = ['b', 'i', 's', 'code', 'a href="https://x.test/"', 'span'];
  const word = fc.string({
    unit: fc.constantFrom(...'абz0 .,!«»()*_~`[]<&\\#-+>|:/'),
    minLength: 1,
    maxLength: 6,
  });
  const piece = fc.tuple(fc.subarray(MARKS, { maxLength: 3 }), word).map(([marks, text]) => {
    const safe = text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
    return marks.reduce((inner, mark) => `<${mark}>${inner}</${mark.split(' ')[0]}>`, safe);
  });

  it('shows every sign of whatever was written, and no sign of Markdown besides', () => {
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 8 }), (pieces) => {
        const html = `<p>${pieces.join('')}</p>`;
        expect(seen(render(convert(html)))).toBe(seen(html));
      }),
      { seed: 4, numRuns: 2000 },
    );
  });
});

describe('links and images', () => {
  it.each([
    ['<a href="https://x.test/a (1)">текст</a>', '[текст](https://x.test/a%20%281%29)'],
    ['<b><a href="/a">жирная</a></b>', '[**жирная**](/a)'],
    ['<b>раз <a href="/a">два</a> три</b>', '**раз [два](/a) три**'],
    ['<a href="/a"><img src="i.png" alt="Вид [1]"></a>', '[![Вид \\[1\\]](i.png)](/a)'],
    ['<p>Внимание!<a href="/a">сюда</a></p>', 'Внимание\\![сюда](/a)'],
    ['<img src="i.png" title="Имя &quot;x&quot;">', '![](i.png "Имя \\"x\\"")'],
    ['<a href="mailto:a@x.test">почта</a>', '[почта](mailto:a@x.test)'],
    ['<a href="JaVaScRiPt:alert(1)">текст</a>', 'текст'],
    ['<a href="java\nscript:alert(1)">текст</a>', 'текст'],
    ['<a href="data:text/html,x">текст</a>', 'текст'],
    ['<img src="javascript:x" alt="слово">', 'слово'],
    [
      '<h2 id="top">Верх страницы</h2><p><a href="#top">к началу</a> <a href="#none">нет</a></p>',
      '## Верх страницы\n\n[к началу](#verh-stranicy) нет',
    ],
  ])('%s is %s', (html, markdown) => {
    expect(convert(html)).toBe(markdown);
  });

  it('lead where the caller says, and tell of what went', () => {
    const dropped: string[] = [];
    const text = convert(
      '<a href="/hc/1">a</a> <a href="/gone">b</a> <img src="/x.png" alt="c"><img src="data:image/png;base64,AA">',
      {
        link: (href) => (href === '/gone' ? null : 'article:7'),
        image: (src) => (src.startsWith('data:') ? 'taken.png' : null),
        dropped: (what) => dropped.push(what),
      },
    );
    expect(text).toBe('[a](article:7) b c![](taken.png)');
    expect(dropped).toEqual(['image']);
  });

  it.each([
    [
      '<iframe src="//www.youtube.com/embed/dQw4w9WgXcQ?rel=0" title="Обзор"></iframe>',
      '[Обзор](https://www.youtube.com/watch?v=dQw4w9WgXcQ)',
    ],
    [
      '<iframe src="https://player.vimeo.com/video/12345"></iframe>',
      '[https://vimeo.com/12345](https://vimeo.com/12345)',
    ],
    ['<p>x</p><video controls><source src="/files/film.mp4"></video>', 'x\n\n[film.mp4](/files/film.mp4)'],
    ['<iframe src="javascript:alert(1)"></iframe>', ''],
  ])('a player %s is a link', (html, markdown) => {
    expect(convert(html)).toBe(markdown);
  });
});

describe('blocks', () => {
  it.each([
    ['<h1>A</h1><h2>B</h2><h6>C</h6>', '## A\n\n### B\n\n###### C'],
    ['<h2>A</h2><h4>B</h4>', '## A\n\n#### B'],
    ['<ul><li>раз</li><li>два<ul><li>под</li></ul></li></ul>', '- раз\n- два\n  - под'],
    ['<ul><li>раз</li><ul><li>под</li></ul></ul>', '- раз\n  - под'],
    [
      '<ol start="3"><li><p>три</p><p>ещё</p><pre>код</pre></li><li>четыре</li></ol>',
      '3. три\n\n   ещё\n\n   ```\n   код\n   ```\n\n4. четыре',
    ],
    ['<ul><li>a</li></ul><ul><li>b</li></ul>', '- a\n\n* b'],
    ['<ul><li><input type="checkbox" checked> готово</li></ul>', '- \\[x\\] готово'],
    ['<pre><code class="language-js">let a;\n\n```\n</code></pre>', '````js\nlet a;\n\n```\n````'],
    ['<pre>a<br>b</pre>', '```\na\nb\n```'],
    ['<blockquote><p>a</p><p>b</p></blockquote>', '> a\n>\n> b'],
    ['<section class="callout-yellow"><p>Осторожно</p></section>', '> [!WARNING]\n> Осторожно'],
    [
      '<div class="callout callout--danger"><h4>Стоп</h4>нельзя</div>',
      '> [!CAUTION]\n> #### Стоп\n>\n> нельзя',
    ],
    ['<p class="note">Заметка</p>', '> [!NOTE]\n> Заметка'],
    [
      '<dl><dt>Счёт</dt><dd>Где деньги</dd><dt>Цикл</dt><dd>Неделя</dd></dl>',
      '- **Счёт** — Где деньги\n- **Цикл** — Неделя',
    ],
    ['<details><summary>Вопрос</summary><p>Ответ</p></details>', '**Вопрос**\n\nОтвет'],
    ['<span><p>a</p></span><hr><font>b</font>', 'a\n\n---\n\nb'],
    ['<figure><img src="a.png" alt="A"><figcaption>Подпись</figcaption></figure>', '![A](a.png)\n\nПодпись'],
  ])('%s', (html, markdown) => {
    expect(convert(html)).toBe(markdown);
  });

  it('of tables keep heads, spans, alignment and lines in cells', () => {
    expect(
      convert(
        '<table><caption>Сроки</caption><thead><tr><th>Тариф</th><th align="right">Часы</th></tr></thead><tbody>' +
          '<tr><td rowspan="2">a|b</td><td align="right">4</td></tr><tr><td align="right"><p>2</p><p>или 3</p></td></tr>' +
          '<tr><td colspan="2"><ul><li>x</li><li>y</li></ul></td></tr></tbody></table>',
      ),
    ).toBe(
      '**Сроки**\n\n| Тариф | Часы |\n| --- | ---: |\n| a\\|b | 4 |\n| a\\|b | 2<br>или 3 |\n| • x<br>• y |  |',
    );
  });

  it('take a first row in bold for heads, and leave heads empty where there are none', () => {
    expect(
      convert('<table><tr><td><b>A</b></td><td><b>B</b></td></tr><tr><td>1</td><td>2</td></tr></table>'),
    ).toBe('| A | B |\n| --- | --- |\n| 1 | 2 |');
    expect(convert('<table><tr><td>1</td><td>2</td></tr></table>')).toBe('|  |  |\n| --- | --- |\n| 1 | 2 |');
  });

  it('of tables are shown with their lines, and without empty heads', () => {
    const html = render('|  |  |\n| --- | --- |\n| a<br>b | `<br>` |');
    expect(html).toContain('<td>a<br>\nb</td>');
    expect(html).toContain('<code>&lt;br&gt;</code>');
    expect(html).not.toContain('thead');
  });

  it('look through tables that only lay out', () => {
    expect(convert('<table><tr><td><h2>A</h2><p>b</p></td></tr><tr><td>c</td></tr></table>')).toBe(
      '## A\n\nb\n\nc',
    );
  });

  it('read the lists of Word', () => {
    const item = (level: number, bullet: string, text: string) =>
      `<p class="MsoListParagraph" style="text-indent:-18pt;mso-list:l0 level${level} lfo1"><![if !supportLists]><span style='mso-list:Ignore'>${bullet}<span>&nbsp;</span></span><![endif]>${text}</p>`;
    expect(
      convert(
        item(1, '1.', 'раз') +
          item(2, '·', 'под') +
          item(1, '2.', 'два') +
          '<p class="MsoNormal">после<o:p></o:p></p>',
      ),
    ).toBe('1. раз\n   - под\n2. два\n\nпосле');
  });

  it('leave out what is no text, and tell of it', () => {
    const dropped: string[] = [];
    const html =
      '<p onclick="x()">a<script>alert(1)</script></p><style>p{}</style><form><button>Жми</button><input name="q"></form>' +
      '<p style="display: none">тайна</p><svg><script>1</script></svg><object data="x.swf"></object>';
    expect(convert(html, { dropped: (what) => dropped.push(what) })).toBe('a');
    expect(dropped).toEqual(['script', 'button', 'input', 'hidden', 'svg', 'object']);
  });

  it('stand any depth', () => {
    expect(convert(`${'<div>'.repeat(20_000)}дно${'</div>'.repeat(20_000)}`)).toBe('дно');
    expect(convert('<ul><li>'.repeat(300))).toBe('');
  });
});
