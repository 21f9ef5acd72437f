import { describe, expect, it } from 'vitest';
import { makeSlug } from './make-slug';

describe('makeSlug', () => {
  it.each([
    ['Как создать обращение в поддержку', 'kak-sozdat-obrashchenie-v-podderzhku'],
    ['Съёмка, объём и подъезд', 'syomka-obyom-i-podezd'],
    ['Юля, Яна: эхо', 'yulya-yana-eho'],
    ['Café & Wi-Fi 2.0', 'cafe-wi-fi-2-0'],
    ['  --  ', ''],
    ['🚀', ''],
    ['日本語', '日本語'],
  ])('makes %j %j', (text, slug) => {
    expect(makeSlug(text)).toBe(slug);
  });

  it('stops at the last whole word within 80 characters', () => {
    const slug = makeSlug('слово '.repeat(30));
    expect(slug.length).toBeLessThanOrEqual(80);
    expect(slug.endsWith('-slovo')).toBe(true);
  });

  it('gives the same for composed and decomposed letters', () => {
    expect(makeSlug('Й'.normalize('NFD'))).toBe(makeSlug('Й'));
  });
});
