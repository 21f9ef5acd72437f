import { expect, it } from 'vitest';
import { trimTokens } from './trim-tokens';

it('leaves out tokens that nothing uses, wherever they are set', () => {
  const tokens =
    ':root{--a:light-dark(rgb(0 0 0 / 1%), oklch(from var(--b) min(l, .5) c h));--b:red;--c:var(--d);--gone:0 1px light-dark(rgb(1 2 3),#fff);--last:1px}@media (x){:root{--gone:2px}}@media (y){:root{--a:1px;--last:3px}}';
  expect(trimTokens(tokens, ['p{color:var(--a)}', 'b{margin:var(--c, 1px)}'])).toBe(
    ':root{--a:light-dark(rgb(0 0 0 / 1%), oklch(from var(--b) min(l, .5) c h));--b:red;--c:var(--d);}@media (y){:root{--a:1px;}}',
  );
});
