import { maskSecrets } from '@beseda/shared/domain/mask-secrets';
import type { Locale } from '@beseda/shared/domain/words';

const MARKS = {
  ru: { name: '[имя]', company: '[компания]', phone: '[телефон]' },
  en: { name: '[name]', company: '[company]', phone: '[phone]' },
} as const;
const PHONE = /(?<![\d\p{L}])\+?\d[\d\s().-]{8,}\d(?![\d\p{L}])/gu;
const SHORTEST_NAME = 3;

/**
 * A text without who wrote it: the people's names in whatever case of declension, the company's, emails, phone numbers, and
 * what may be a secret. A mark stands in each place, so that the writer sees where something was.
 */
export function maskPeople(
  text: string,
  { people, company, locale }: { people: readonly string[]; company: string; locale: Locale },
): string {
  const marks = MARKS[locale];
  // Before names and companies: an address that holds one would not be taken for an address any more.
  const phones = maskSecrets(text).replace(PHONE, (found) => {
    const digits = found.replace(/\D/g, '').length;
    return digits >= 10 && digits <= 15 ? marks.phone : found;
  });
  const companies = company === '' ? phones : phones.replaceAll(company, marks.company);
  const words = new Set(people.flatMap((name) => name.match(/\p{L}+/gu) ?? []));
  const names = [...words]
    .filter((word) => word.length >= SHORTEST_NAME)
    .sort((a, b) => b.length - a.length)
    .reduce((masked, word) => masked.replace(declined(word), marks.name), companies);
  return names.replaceAll(`${marks.name} ${marks.name}`, marks.name);
}

/** Ольга, Ольге, Ольгой: its stem with any ending; capital, so that common words of the same stem stay. */
function declined(word: string): RegExp {
  const stem = word.length > SHORTEST_NAME ? word.replace(/[аяоеёйьыиу]$/iu, '') : word;
  const capital = stem.charAt(0).toUpperCase() + stem.slice(1);
  const ending = /\p{Script=Cyrillic}/u.test(stem) ? '\\p{Ll}{0,3}' : "(?:['’]?s)?";
  return new RegExp(`(?<!\\p{L})${capital}${ending}(?!\\p{L})`, 'gu');
}
