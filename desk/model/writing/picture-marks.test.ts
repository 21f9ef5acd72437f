import { describe, expect, it } from 'vitest';
import type { Edit } from './edit-text';
import { dropMark, replaceAddress, replaceMark } from './picture-marks';

const at = (text: string, caret = 0) => ({ text, start: caret, end: caret });
const done = (text: string, edit: Edit | null) =>
  edit && text.slice(0, edit.from) + edit.insert + text.slice(edit.to);
const drop = (text: string, mark = 'upload-1') => done(text, dropMark(at(text), mark));

describe('the mark of a pasted picture', () => {
  it('becomes the address of the picture, and no other mark that begins alike does', () => {
    const text = '![a](upload-10) ![b](upload-1)';
    expect(done(text, replaceMark(at(text), 'upload-1', '/b.png'))).toBe('![a](upload-10) ![b](/b.png)');
    expect(replaceMark(at(text), 'upload-2', '/c.png')).toBeNull();
  });

  it('goes with its picture when that is given up, and so does a line that was it alone', () => {
    expect(drop('Раз\n\n![Окно \\] выплат](upload-1)\n\nДва')).toBe('Раз\n\nДва');
    expect(drop('Раз ![](upload-1 "Окно") два')).toBe('Раз  два');
    expect(drop('Раз\n\n![](upload-1)')).toBe('Раз\n\n');
  });

  it('leaves the text alone where it was taken out by hand already, or another one stands', () => {
    expect(drop('![a](upload-10)\n\nupload-1')).toBeNull();
  });

  it('leaves the caret at the words where it stood', () => {
    const text = '![a](upload-1)\n\nДва';
    expect(dropMark(at(text, text.length), 'upload-1')).toMatchObject({ start: 3, end: 3 });
    expect(dropMark(at(text, 4), 'upload-1')).toMatchObject({ start: 0, end: 0 });
  });
});

describe('the address of a pasted picture', () => {
  const at = (text: string, from: string, to: string) => {
    const edit = replaceAddress({ text, start: text.length, end: text.length }, from, to);
    return edit && text.slice(0, edit.from) + edit.insert + text.slice(edit.to);
  };

  it.each([
    ['![a](https://x/a.png)', '![a](/new)'],
    ['[a](https://x/a.png) ![](https://x/a.png "T")', '[a](https://x/a.png) ![](/new "T")'],
    ['![a](https://x/a.png2) ![b \\] c](https://x/a.png)', '![a](https://x/a.png2) ![b \\] c](/new)'],
    ['https://x/a.png', null],
    ['![a](https://y/a.png)', null],
  ])('gives way to that of the file: %s', (text, expected) =>
    expect(at(text, 'https://x/a.png', '/new')).toBe(expected),
  );
});
