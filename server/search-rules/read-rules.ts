import type { Locale } from '@beseda/shared/domain/words';
import type {
  SearchRuleSet,
  SearchRulesPage,
  SearchRulesPreview,
} from '@beseda/shared/protocol/search-rules';
import { changeAsAdmin } from '../audit/change-as-admin';
import type { Context } from '../context/context';
import { checkRules } from './check-rules';
import { loadRuleSet, type StoredRules, shippedGroups } from './rule-set';

const PREVIEWED = 8;

/** The rules of a language, with what is shipped and what is odd about them. Refuses with `forbidden`. */
export async function readRules(ctx: Context, locale: Locale): Promise<SearchRulesPage> {
  return presentRules(ctx, locale, await changeAsAdmin(ctx, (tx) => loadRuleSet(tx, locale)));
}

export function presentRules(ctx: Context, locale: Locale, set: StoredRules): SearchRulesPage {
  const { synonyms, oneWay, stopWords, pins, off, revision } = set;
  const problems = checkRules(locale, set, knows(ctx, locale));
  return { synonyms, oneWay, stopWords, pins, off, revision, shipped: shippedGroups(locale), problems };
}

/** What a query finds, and would find by these rules. Changes nothing. Refuses with `forbidden`. */
export async function previewRules(
  ctx: Context,
  locale: Locale,
  { q, ...set }: SearchRuleSet & { q: string },
): Promise<SearchRulesPreview> {
  await changeAsAdmin(ctx, async () => {});
  const input = { q, locale, limit: PREVIEWED };
  return {
    before: ctx.articles.search(ctx.actor, input),
    after: ctx.articles.search(ctx.actor, input, set),
    problems: checkRules(locale, set, knows(ctx, locale)),
  };
}

export function knows({ articles, actor }: Context, locale: Locale): (number: number) => boolean {
  return (number) => articles.find(actor, String(number), locale)?.article.locale === locale;
}
