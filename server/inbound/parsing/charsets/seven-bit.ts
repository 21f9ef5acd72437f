import { latin1 } from '../latin1';

/** Charsets in seven bits that the platform does not decode: between two marks the bytes are those of another charset. */
export function decodeSevenBit(bytes: Uint8Array, label: string): string | null {
  if (/^(?:unicode-1-1-)?utf-?7$/.test(label)) return decodeUtf7(latin1(bytes));
  if (label === 'hz-gb-2312' || label === 'hz') {
    const text = latin1(bytes)
      .replace(/~\r?\n/g, '')
      .replaceAll('~~', '~');
    return decodeShifted(text, '~{', '~}', 'gb18030');
  }
  const designated = /^(?:cs)?iso-?2022-?(kr|cn)(?:-ext)?$/.exec(label)?.[1];
  if (!designated) return null;
  const text = latin1(bytes).replaceAll('\u001b$)C', '').replaceAll('\u001b$)A', '');
  return decodeShifted(text, '\u000e', '\u000f', designated === 'kr' ? 'euc-kr' : 'gb18030');
}

function decodeUtf7(text: string): string {
  return text.replace(/\+([A-Za-z0-9+/]*)-?/g, (_, coded: string) => {
    if (coded === '') return '+';
    const bytes = Buffer.from(coded, 'base64');
    return bytes
      .subarray(0, bytes.length - (bytes.length % 2))
      .swap16()
      .toString('utf16le');
  });
}

function decodeShifted(text: string, shift: string, back: string, charset: string): string {
  const decoder = new TextDecoder(charset);
  const [first = '', ...rest] = text.split(shift);
  return first + rest.map((piece) => decodePiece(piece, back, decoder)).join('');
}

function decodePiece(piece: string, back: string, decoder: InstanceType<typeof TextDecoder>): string {
  const end = piece.indexOf(back);
  const inner = end < 0 ? piece : piece.slice(0, end);
  const after = end < 0 ? '' : piece.slice(end + back.length);
  return decoder.decode(Uint8Array.from(inner, (char) => char.charCodeAt(0) | 128)) + after;
}
