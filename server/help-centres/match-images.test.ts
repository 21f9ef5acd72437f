import { expect, it } from 'vitest';
import type { ForeignBase } from './foreign-base';
import { matchImages } from './match-images';

it.each([
  ['https://vita.zendesk.com/hc/article_attachments/777/button.png', '/x/images/button.png'],
  ['https://vita.zendesk.com/hc/article_attachments/777/two.png', '/x/777/two.png'],
  ['https://vita.zendesk.com/hc/article_attachments/778/three.png', '/x/778-three.png'],
  ['https://vita.zendesk.com/hc/article_attachments/12345', '/x/12345-plan.jpg'],
  ['https://s3.example/images/%D0%B2%D0%B8%D0%B4.png?a=1&amp;b=2', '/x/вид.png'],
  ['https://s3.example/other.png', undefined],
  ['https://s3.example/', undefined],
])('%s is %s', (src, file) => {
  const files = [
    '/x/images/button.png',
    '/x/777/two.png',
    '/x/1/two.png',
    '/x/778-three.png',
    '/x/12345-plan.jpg',
    '/x/вид.png',
  ];
  const base = {
    articles: [{ html: `<p><img alt="" src="${src}"></p>` }],
    notes: [],
  } as unknown as ForeignBase;
  expect(matchImages(base, files).get(src.replaceAll('&amp;', '&'))).toBe(file);
});
