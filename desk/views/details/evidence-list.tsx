import type { AgentConversation, Evidence } from '@beseda/shared/domain/event';
import type { ArticleFate } from '@beseda/shared/protocol/http';
import type { TicketSearch } from '@beseda/shared/protocol/searches';
import { useCallback, useEffect, useState } from 'preact/hooks';
import type { ArticleTitle } from '../../model/article-titles';
import { useDesk, useTexts } from '../contexts';

const NOTHING: Evidence = { shown: [], opened: [], refused: [] };

/**
 * What the requester searched and was offered, in one line; unfolded, the words, and the strongest sign of each article:
 * refused, opened, or only shown.
 */
export function EvidenceList({ conversation }: { conversation: AgentConversation }) {
  const { texts } = useTexts();
  const { searches, reload } = useSearches(conversation.number);
  const evidence = conversation.evidence ?? NOTHING;
  const articles = fatesOf(evidence);
  const searched = searches.filter(({ kind }) => kind === 'search').length;
  return (
    <section class="details-part" aria-label={texts.details.evidence}>
      <h3>{texts.details.evidence}</h3>
      {articles.length + searched === 0 ? (
        <p class="soft">{texts.details.noEvidence}</p>
      ) : (
        <details class="evidence-fold" onToggle={(event) => event.currentTarget.open && reload()}>
          <summary>{texts.evidence(searched, ...countsOf(evidence))}</summary>
          <Words searches={searches} />
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

/** They are kept some seconds after the ticket has come: those who look at once ask again when they unfold. */
function useSearches(number: number): { searches: readonly TicketSearch[]; reload: () => void } {
  const { http } = useDesk();
  const [known, setKnown] = useState<{ of: number; searches: readonly TicketSearch[] } | null>(null);
  const reload = useCallback(() => {
    void http<{ results: TicketSearch[] }>('GET', `/tickets/${number}/searches`).then((ack) => {
      if (ack.ok) setKnown({ of: number, searches: ack.data.results });
    });
  }, [http, number]);
  useEffect(reload, [reload]);
  return { searches: known?.of === number ? known.searches : [], reload };
}

function Words({ searches }: { searches: readonly TicketSearch[] }) {
  const { texts } = useTexts();
  if (searches.length === 0) return null;
  return (
    <ul class="evidence" aria-label={texts.details.words}>
      {searches.map(({ at, kind, query, shown }) => (
        <li key={`${at} ${query}`}>
          <q>{query}</q>
          <span class="fate">
            {kind === 'search' ? texts.details.searched : texts.details.drafted}
            {shown.length === 0 && ` · ${texts.details.foundNothing}`}
          </span>
        </li>
      ))}
    </ul>
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
