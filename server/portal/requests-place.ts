/** As much of a question as its page takes out of an address. */
const LONGEST_TEXT = 2_000;
const NUMBER = '[1-9]\\d{0,8}';
/** As URLSearchParams writes it; a character may take nine. */
const WRITTEN = '[\\w*.+%-]{1,18000}';

/** What may follow `/requests/`: a ticket's number or a new request, maybe about an article, maybe begun with a text. */
export const REQUESTS_PLACE = `^(new(\\?(article=${NUMBER}(&text=${WRITTEN})?|text=${WRITTEN}))?|${NUMBER})$`;

/** The place that an address names, as one that a sign-in leads back to; null where there is none. */
export function readRequestsPlace(
  name: string,
  { article, text }: { article?: string; text?: string },
): string | null {
  if (name !== 'new') return new RegExp(REQUESTS_PLACE).test(name) ? name : null;
  const isArticle = new RegExp(`^${NUMBER}$`).test(article ?? '');
  const begun = (text ?? '').slice(0, LONGEST_TEXT);
  const query = new URLSearchParams({
    ...(isArticle && { article }),
    ...(begun.trim() !== '' && { text: begun }),
  });
  return query.size > 0 ? `new?${query.toString()}` : name;
}
