import type { AgentConversation, Evidence } from '@beseda/shared/domain/event';
import type { ArticleFate } from '@beseda/shared/protocol/http';
import { useEffect, useState } from 'preact/hooks';
import type { ArticleTitle } from '../../model/article-titles';
import { useDesk, useTexts } from '../contexts';

/** What the requester was offered, in one line; unfolded, the strongest sign of each: refused, opened, or only shown. */
export function EvidenceList({ conversation }: { conversation: AgentConversation }) {
  const { texts } = useTexts();
  const articles = conversation.evidence ? fatesOf(conversation.evidence) : [];
  return (
    <section class="details-part" aria-label={texts.details.evidence}>
      <h3>{texts.details.evidence}</h3>
      {articles.length === 0 ? (
        <p class="soft">{texts.details.noEvidence}</p>
      ) : (
        <details class="evidence-fold">
          <summary>{texts.evidence(...countsOf(conversation.evidence as Evidence))}</summary>
          <ul class="evidence">
            {articles.map(([number, fate]) => (
              <EvidenceItem key={number} number={number} fate={fate} />
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

const countsOf = ({ shown, opened, refused }: Evidence): [number, number, number] => [
  shown.length,
  opened.length,
  refused.length,
];

function fatesOf({ shown, opened, refused }: Evidence): [number, ArticleFate][] {
  const fates = new Map<number, ArticleFate>();
  for (const number of shown) fates.set(number, 'shown');
  for (const number of opened) fates.set(number, 'opened');
  for (const number of refused) fates.set(number, 'refused');
  const weight: Record<ArticleFate, number> = { refused: 0, opened: 1, shown: 2 };
  return [...fates].sort((a, b) => weight[a[1]] - weight[b[1]]);
}

function EvidenceItem({ number, fate }: { number: number; fate: ArticleFate }) {
  const { texts, locale } = useTexts();
  const { findArticle } = useDesk();
  const [article, setArticle] = useState<ArticleTitle | null>(null);
  useEffect(() => void findArticle(number, locale).then(setArticle), [number, locale]);
  return (
    <li data-fate={fate}>
      <a href={article?.url ?? `/help/${locale}/article/${number}`} target="_blank" rel="noopener">
        {article?.title ?? texts.details.article(number)}
      </a>
      <span class="fate">{texts.details[fate]}</span>
    </li>
  );
}
