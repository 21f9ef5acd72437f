import type { AgentConversation } from '@beseda/shared/domain/event';
import { useState } from 'preact/hooks';
import { useDraft } from '../../hooks/use-draft';
import { useTicketArticles } from '../../hooks/use-ticket-articles';
import { insertText } from '../../model/insert-text';
import { useTexts } from '../contexts';
import { OfferedArticle } from '../ticket/offered-article';

/** Articles that the ticket's text suggests; one click puts them into the answer. */
export function SuggestedSection({ conversation }: { conversation: AgentConversation }) {
  const { texts } = useTexts();
  const [draft, change] = useDraft(conversation.id);
  const [said, setSaid] = useState('');
  const found = useTicketArticles(conversation.number, '');
  const words = texts.insert;
  if (found === null || conversation.status === 'closed') return null;
  return (
    <section class="details-part" aria-label={words.suggested}>
      <h3>{words.suggested}</h3>
      {found === 'failed' && <p class="soft">{words.failed}</p>}
      {found.length === 0 && <p class="soft">{words.noneSuggested}</p>}
      {found !== 'failed' && found.length > 0 && (
        <ul class="offers">
          {found.map((article) => (
            <OfferedArticle
              key={article.number}
              article={article}
              note={draft.mode === 'note'}
              onInsert={(text) => {
                change({ text: insertText({ text: draft.text }, text).text });
                setSaid(words.inserted(article.title));
              }}
            />
          ))}
        </ul>
      )}
      <p class="soft" role="status">
        {said}
      </p>
    </section>
  );
}
