import { LOCALES } from '@beseda/shared/domain/words';
import type { KbArticle, KbRule, KbTree } from '@beseda/shared/protocol/kb-tree';
import { useValue } from '../../../../hooks/use-value';
import { isNarrow } from '../../../../model/kb-tree';
import { useDesk, useTexts } from '../../../contexts';
import { useTreeWords } from './use-tree-words';

/** For whom something is, where it is not for everybody. */
export function ReadersBadge({ rule, plans }: { rule: KbRule; plans: KbTree['plans'] }) {
  const words = useTreeWords();
  const { locale } = useTexts();
  if (!isNarrow(rule)) return null;
  const planName = (key: string) => {
    const plan = plans.find((one) => one.key === key);
    return (locale === 'ru' ? plan?.nameRu : plan?.nameEn) ?? key;
  };
  const isStaff =
    rule.visibility === 'public' ||
    (rule.visibility === 'staff' && rule.plans.length + rule.roles.length > 0);
  const parts = [
    ...(isStaff ? [] : [words.visibilities[rule.visibility]]),
    ...rule.plans.map(planName),
    ...rule.roles.map((role) => words.roles[role]),
  ];
  return (
    <span class="kb-badge" data-readers={rule.visibility}>
      {parts.join(', ')}
    </span>
  );
}

/** What an agent should know of an article before opening it. */
export function ArticleBadges({ article, plans }: { article: KbArticle; plans: KbTree['plans'] }) {
  const words = useTreeWords();
  const { locale } = useTexts();
  const owner = useValue(useDesk().agents).find(({ id }) => id === article.owner);
  const texts = Object.values(article.texts);
  const isPublished = texts.some(({ url }) => url !== null);
  const draft = texts.find((text) => text.draft !== null)?.draft ?? null;
  const { checkBy } = article;
  const date =
    checkBy &&
    new Intl.DateTimeFormat(locale, {
      day: 'numeric',
      month: 'short',
      year: 'numeric',
      timeZone: 'UTC',
    }).format(new Date(checkBy));
  const isOverdue = checkBy !== null && checkBy < new Date().toISOString().slice(0, 10);
  return (
    <span class="kb-badges">
      <ReadersBadge rule={article} plans={plans} />
      {draft !== null && (
        <span class="kb-badge" data-state={draft}>
          {draft === 'review' ? words.review : isPublished ? words.changed : words.draft}
        </span>
      )}
      {LOCALES.filter((one) => !article.texts[one]).map((one) => (
        <span key={one} class="kb-badge" data-state="missing">
          {words.missing[one]}
        </span>
      ))}
      {date && (
        <span class="kb-badge" data-state={isOverdue ? 'overdue' : 'check'}>
          {isOverdue ? words.overdue(date) : words.checkBy(date)}
        </span>
      )}
      {owner && <span class="soft kb-owner">{owner.name}</span>}
    </span>
  );
}
