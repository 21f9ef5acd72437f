import type { AgentConversation } from '@beseda/shared/domain/event';
import type { Locale } from '@beseda/shared/domain/words';
import type { ErrorCode } from '@beseda/shared/protocol/errors';
import { useState } from 'preact/hooks';
import { useActions, useDesk, useTexts } from '../contexts';
import { Dialog } from '../dialog';
import { FormFoot } from '../form-foot';
import { textsOf } from '../form-text';

const SHOWN = 200;

/** Makes a draft of an article from the ticket's question and the answers that are chosen. */
export function ArticleDialog(props: { conversation: AgentConversation; onClose: () => void }) {
  const { texts } = useTexts();
  const { threads, http } = useDesk();
  const actions = useActions();
  const [code, setCode] = useState<ErrorCode | null>(null);
  const { conversation, onClose } = props;
  const words = texts.topics;
  const title = words.articleTitle(conversation.number);
  const events = threads.view(conversation.id).thread?.events ?? [];
  const answers = events.flatMap((event) =>
    event.kind === 'message' && event.author.kind === 'agent' ? [event.message] : [],
  );

  async function make(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const chosen = textsOf(new FormData(event.target as HTMLFormElement), 'answer').map(Number);
    const body = { ticket: conversation.number, answers: chosen };
    const ack = await http<{ number: number; locale: Locale }>('POST', '/kb/articles/from-ticket', body);
    if (!ack.ok) return setCode(ack.code);
    onClose();
    const rest = [String(ack.data.number), ack.data.locale];
    actions.go({ knowledge: { section: 'articles', rest, query: '' } });
  }

  return (
    <Dialog label={title} class="topic" onClose={onClose}>
      <h2>{title}</h2>
      <p>{words.articleHint}</p>
      <form id="make-article" class="form" onSubmit={(event) => void make(event)}>
        {answers.length === 0 ? (
          <p>{words.articleNone}</p>
        ) : (
          <fieldset class="topic-answers">
            <legend>{words.articleAnswers}</legend>
            {answers.map(({ seq, author, text }, at) => (
              <label key={seq}>
                <input type="checkbox" name="answer" value={seq} defaultChecked={at === answers.length - 1} />{' '}
                <strong>{author.name}</strong>: {text.slice(0, SHOWN)}
              </label>
            ))}
          </fieldset>
        )}
      </form>
      {code && (
        <p class="refused" role="alert">
          {texts.error(code)}
        </p>
      )}
      <FormFoot form="make-article" submit={words.articleMake} onClose={onClose} />
    </Dialog>
  );
}
