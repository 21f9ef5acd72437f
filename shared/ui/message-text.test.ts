import { describe, expect, it } from 'vitest';
import { splitText } from './message-text';

describe('splitText', () => {
  it('leaves the closing mark of a sentence out of a link', () => {
    expect(splitText('Смотрите https://a.example/x?b=1. Дальше')).toEqual([
      { kind: 'text', text: 'Смотрите ' },
      { kind: 'link', text: 'https://a.example/x?b=1', url: 'https://a.example/x?b=1' },
      { kind: 'text', text: '. Дальше' },
    ]);
  });

  it('keeps the bracket that the link itself opened, and drops one that the sentence opened', () => {
    expect(splitText('(https://a.example/b_(c))').map((part) => part.text)).toEqual([
      '(',
      'https://a.example/b_(c)',
      ')',
    ]);
    expect(splitText('(https://a.example)').map((part) => part.text)).toEqual([
      '(',
      'https://a.example',
      ')',
    ]);
  });

  it('makes no link of a scheme that could run', () => {
    expect(splitText('javascript:alert(1) data:text/html,x')).toEqual([
      { kind: 'text', text: 'javascript:alert(1) data:text/html,x' },
    ]);
  });

  it('finds ticket numbers but not anchors and entities', () => {
    expect(splitText('см. #42 и page#7, &#39;').filter((part) => part.kind === 'ticket')).toEqual([
      { kind: 'ticket', text: '#42', number: 42 },
    ]);
  });

  it('gives the text back whole', () => {
    const text = 'a\n#1 https://x.example/(y). z';
    expect(
      splitText(text)
        .map((part) => part.text)
        .join(''),
    ).toBe(text);
  });
});
