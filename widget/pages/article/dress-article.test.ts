import { expect, it } from 'vitest';
import { dressArticle, listHeadings } from './dress-article';

const HTML =
  '<h2 id="h-steps">Steps &amp; <code>x</code></h2>\n<p><img src="/f/1.png" alt="A &quot;b&quot;" loading="lazy"></p>\n<h3 id="h-more">More</h3>\n<h4 id="h-deep">Deep</h4>';

it('an article’s headings are listed in order, down to the third level', () => {
  expect(listHeadings(HTML)).toEqual([
    { level: 2, id: 'h-steps', title: 'Steps &amp; x' },
    { level: 3, id: 'h-more', title: 'More' },
  ]);
});

it('headings lead to themselves, and images to their file', () => {
  const dressed = dressArticle(HTML, 'Enlarge: {name}');
  expect(dressed).toContain(
    '<h2 id="h-steps"><a class="anchor" href="#h-steps">Steps &amp; <code>x</code></a></h2>',
  );
  expect(dressed).toContain(
    '<a class="zoom" href="/f/1.png" aria-label="Enlarge: A &quot;b&quot;"><img src="/f/1.png" alt="A &quot;b&quot;" loading="lazy"></a>',
  );
});

it('what is a link already stays the link that it is', () => {
  const linked = '<p><a href="/x"><img src="/f/1.png" alt=""></a></p><h2 id="h-a"><a href="/y">A</a></h2>';
  expect(dressArticle(linked, '{name}')).toBe(linked);
});
