import type { Locale } from '@beseda/shared/domain/words';
import type { SearchRuleSet, SearchRulesPage } from '@beseda/shared/protocol/search-rules';
import { bumpArticlesVersion } from '../articles/articles-version';
import { changeAsAdmin } from '../audit/change-as-admin';
import { recordAudit } from '../audit/record-audit';
import { type Context, nowIso } from '../context/context';
import { Refusal } from '../context/refusal';
import { toJson } from '../db/to-json';
import { checkRules } from './check-rules';
import { knows, presentRules } from './read-rules';
import { keyOfRules, loadRuleSet } from './rule-set';

/**
 * Sets the rules of a language; every node takes them over. Refuses with `forbidden`, `invalid_input`, and with
 * `draft_conflict` when somebody has changed them since.
 */
export async function saveRules(
  ctx: Context,
  locale: Locale,
  { revision, ...given }: SearchRuleSet & { revision: number },
): Promise<SearchRulesPage> {
  const set = tidy(given);
  const bad = checkRules(locale, set, knows(ctx, locale)).find(
    ({ code }) => code === 'lonely' || code === 'empty_pin',
  );
  if (bad) {
    const field = bad.code === 'lonely' ? 'synonyms' : 'pins';
    throw new Refusal('invalid_input', `This has no effect: ${bad.what}`, { field });
  }
  const key = keyOfRules(locale);
  const stored = await changeAsAdmin(ctx, async (tx) => {
    await tx.sql`
      insert into settings (key, value) values (${key}, ${toJson({ revision: 0 })}::jsonb) on conflict do nothing`;
    await tx.sql`select from settings where key = ${key} for update`;
    const { revision: known, ...before } = await loadRuleSet(tx, locale);
    if (known !== revision) throw new Refusal('draft_conflict', 'Somebody has changed the rules meanwhile.');
    const next = { ...set, revision: known + 1 };
    await tx.sql`
      update settings set value = ${toJson(next)}::jsonb, updated_at = ${nowIso(ctx)} where key = ${key}`;
    await recordAudit(ctx, tx, { kind: 'setting', id: key, name: key, before, after: set });
    await bumpArticlesVersion(tx);
    return next;
  });
  await ctx.articles.refresh();
  return presentRules(ctx, locale, stored);
}

/** Without blank entries and repetitions. */
function tidy({ synonyms, oneWay, stopWords, pins, off }: SearchRuleSet): SearchRuleSet {
  return {
    synonyms: synonyms.map(lines).filter((group) => group.length > 0),
    oneWay: oneWay.map(({ query, means }) => ({ query: lines([query])[0] ?? '', means: lines(means) })),
    stopWords: lines(stopWords),
    pins: pins.map(({ query, articles }) => ({ query: query.trim(), articles: [...new Set(articles)] })),
    off: lines(off),
  };
}

function lines(given: readonly string[]): string[] {
  return [...new Set(given.map((one) => one.replace(/[\s\p{Cc}]+/gu, ' ').trim()))].filter(
    (one) => one !== '',
  );
}
