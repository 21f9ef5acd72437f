/** What the bytes say in a charset of East Asia: 0 where they do not fit, near 2 for each pair where they do. */
export function scoreAsian(bytes: Uint8Array, label: AsianLabel): number {
  const pairs = countPairs(bytes, label);
  const known = pairs.fits + pairs.broken;
  if (pairs.fits < 2 || pairs.broken > known * 0.03) return 0;
  return pairs.fits * RATES[label](pairs);
}

export type AsianLabel = 'gb18030' | 'big5' | 'euc-jp' | 'shift_jis' | 'euc-kr';

export const ASIAN_LABELS: readonly AsianLabel[] = ['gb18030', 'big5', 'euc-jp', 'shift_jis', 'euc-kr'];

interface Pairs {
  fits: number;
  broken: number;
  /** Pairs of kana, of common hanzi rows, of hangul rows, and with a second byte below 0x80. */
  kana: number;
  common: number;
  hangul: number;
  low: number;
  kanji: number;
}

const RATES: Readonly<Record<AsianLabel, (pairs: Pairs) => number>> = {
  gb18030: ({ fits, common, kana, hangul, low }) =>
    hangul > fits * 0.97 && fits > 8 ? 0.6 : (common / fits) * 2 - kana / fits - (low / fits) * 2,
  big5: ({ fits, common, low }) => (low > fits * 0.1 ? (common / fits) * 2 : 0.3),
  'euc-jp': ({ fits, kana, common }) => (kana > fits * 0.15 ? ((kana + common) / fits) * 2 : 0.2),
  shift_jis: ({ fits, kana, kanji }) => (kana > fits * 0.15 ? ((kana + kanji) / fits) * 1.9 : 0.4),
  'euc-kr': ({ fits, hangul }) => (hangul > fits * 0.9 ? (hangul / fits) * 1.95 : 0.2),
};

const SIGNS_FROM = 0xa1;

function countPairs(bytes: Uint8Array, label: AsianLabel): Pairs {
  const pairs: Pairs = { fits: 0, broken: 0, kana: 0, common: 0, hangul: 0, low: 0, kanji: 0 };
  for (let at = 0; at < bytes.length; at++) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) continue;
    if (label === 'shift_jis' && lead >= 0xa1 && lead <= 0xdf) {
      pairs.fits += 0.5;
      continue;
    }
    const trail = bytes[at + 1] ?? 0;
    if (!isPair(lead, trail, label)) {
      pairs.broken++;
      continue;
    }
    at++;
    pairs.fits++;
    notePair(pairs, lead, trail, label);
  }
  return pairs;
}

function isPair(lead: number, trail: number, label: AsianLabel): boolean {
  if (label === 'shift_jis') {
    const leads = (lead >= 0x81 && lead <= 0x9f) || (lead >= 0xe0 && lead <= 0xef);
    return leads && trail >= 0x40 && trail <= 0xfc && trail !== 0x7f;
  }
  if (label === 'euc-jp') return (lead >= 0xa1 || lead === 0x8e) && trail >= 0xa1 && trail <= 0xfe;
  if (label === 'euc-kr') return lead >= 0xa1 && lead <= 0xfd && trail >= 0xa1 && trail <= 0xfe;
  const high = trail >= 0xa1 && trail <= 0xfe;
  if (label === 'big5') return lead >= 0xa1 && lead <= 0xf9 && (high || (trail >= 0x40 && trail <= 0x7e));
  return lead >= 0x81 && lead <= 0xfe && (high || (trail >= 0x40 && trail !== 0x7f && trail <= 0xa0));
}

function notePair(pairs: Pairs, lead: number, trail: number, label: AsianLabel): void {
  if (trail < SIGNS_FROM) pairs.low++;
  if (label === 'shift_jis') {
    if (lead === 0x82 || lead === 0x83) pairs.kana++;
    else if (lead >= 0x88 && lead <= 0x97) pairs.kanji++;
    return;
  }
  if (lead === 0xa4 || lead === 0xa5) pairs.kana++;
  const signs = lead === 0xa1 || lead === 0xa3;
  const last = label === 'big5' ? 0xc6 : label === 'euc-jp' ? 0xcf : 0xd7;
  const first = label === 'big5' ? 0xa4 : 0xb0;
  if (signs || (lead >= first && lead <= last)) pairs.common++;
  if (signs || (lead >= 0xb0 && lead <= 0xc8)) pairs.hangul++;
}
