import type { AgentConversation, Message } from '@beseda/shared/domain/event';
import { LIMITS } from '@beseda/shared/domain/limits';
import type { Locale } from '@beseda/shared/domain/words';
import type { ErrorCode } from '@beseda/shared/protocol/errors';
import { formatClock, formatDay } from '@beseda/shared/ui/time';
import { useState } from 'preact/hooks';
import { useNow } from '../../hooks/use-now';
import { splittable, suggestSubject } from '../../model/topics';
import { useActions, useDesk, useTexts } from '../contexts';
import { Dialog } from '../dialog';

/** Takes one message out into a ticket of its own, after showing which. `seq`: the one that was asked for, else the last. */
export function SplitDialog(props: {
  conversation: AgentConversation;
  seq: number | undefined;
  onClose: () => void;
}) {
  const { texts } = useTexts();
  const { threads } = useDesk();
  const { conversation, onClose } = props;
  const title = texts.topics.splitTitle(conversation.number);
  const messages = splittable(threads.view(conversation.id).thread?.events ?? []);
  const first = messages.find(({ seq }) => seq === props.seq) ?? messages.at(-1);
  return (
    <Dialog label={title} class="topic" onClose={onClose}>
      <h2>{title}</h2>
      {first ? (
        <SplitForm {...props} messages={messages} first={first} />
      ) : (
        <>
          <p>{texts.topics.nothingToSplit}</p>
          <div class="dialog-foot">
            <button type="button" class="button" onClick={onClose}>
              {texts.app.close}
            </button>
          </div>
        </>
      )}
    </Dialog>
  );
}

function SplitForm(props: {
  conversation: AgentConversation;
  messages: readonly Message[];
  first: Message;
  onClose: () => void;
}) {
  const { texts } = useTexts();
  const { topics } = useDesk();
  const actions = useActions();
  const { conversation, messages, first, onClose } = props;
  const { number, followers } = conversation;
  const [seq, setSeq] = useState(first.seq);
  const [typed, setTyped] = useState<string | null>(null);
  const [code, setCode] = useState<ErrorCode | null>(null);
  const [busy, setBusy] = useState(false);
  const message = messages.find((one) => one.seq === seq) ?? first;
  const subject = typed ?? suggestSubject(message.text);
  const words = texts.topics;

  async function split(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    setBusy(true);
    const refused = await topics.split({ number, seq: message.seq, subject }, (made) => {
      onClose();
      actions.go({ number: made });
    });
    setBusy(false);
    setCode(refused);
  }

  return (
    <form class="form" onSubmit={(event) => void split(event)}>
      <label class="field">
        <span>{words.subject}</span>
        <input
          class="input"
          value={subject}
          maxLength={LIMITS.subjectLength}
          onInput={({ currentTarget }) => setTyped(currentTarget.value)}
          onFocus={({ currentTarget }) => currentTarget.select()}
        />
        <small>{words.subjectHint}</small>
      </label>
      <MessageChoice messages={messages} message={message} choose={setSeq} />
      <ul class="topic-what">
        {words.splitWhat(number).map((line) => (
          <li key={line}>{line}</li>
        ))}
        {followers.length > 0 && <li>{words.followersToo(followers.map(({ name }) => name).join(', '))}</li>}
      </ul>
      <p class="refused" role="alert">
        {code && texts.error(code)}
      </p>
      <div class="dialog-foot">
        <button type="button" class="button" onClick={onClose}>
          {texts.app.cancel}
        </button>
        <button type="submit" class="button primary" disabled={busy}>
          {words.splitDo}
        </button>
      </div>
    </form>
  );
}

function MessageChoice(props: {
  messages: readonly Message[];
  message: Message;
  choose: (seq: number) => void;
}) {
  const { texts, locale } = useTexts();
  const now = useNow();
  const { message } = props;
  const words = texts.topics;
  return (
    <>
      {props.messages.length > 1 && (
        <label class="field">
          <span>{words.message}</span>
          <select
            class="input"
            value={String(message.seq)}
            onChange={({ currentTarget }) => props.choose(Number(currentTarget.value))}
          >
            {props.messages.toReversed().map((one) => (
              <option key={one.seq} value={String(one.seq)} selected={one.seq === message.seq}>
                {tellWhen(one, now, locale)} · {suggestSubject(one.text)}
              </option>
            ))}
          </select>
        </label>
      )}
      <figure class="topic-quote" tabIndex={0} role="group" aria-label={words.messageText}>
        <figcaption>
          {message.author.name}, {tellWhen(message, now, locale)}
        </figcaption>
        <blockquote>{message.text}</blockquote>
        {message.attachments.length > 0 && (
          <p>
            {texts.ticket.attachments}: {message.attachments.map(({ name }) => name).join(', ')}
          </p>
        )}
      </figure>
    </>
  );
}

const tellWhen = ({ at }: Message, now: number, locale: Locale) =>
  `${formatDay(at, now, locale)} ${formatClock(at, locale)}`;
