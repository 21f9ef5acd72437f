import type { AgentConversation } from '@beseda/shared/domain/event';
import { LIMITS } from '@beseda/shared/domain/limits';
import type { TicketStatus } from '@beseda/shared/domain/words';
import type { MutableRef } from 'preact/hooks';
import { useEffect, useImperativeHandle, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useAttaching } from '../../hooks/use-attaching';
import { useDraft } from '../../hooks/use-draft';
import { usePicking } from '../../hooks/use-picking';
import type { ComposerMode } from '../../model/drafts';
import { useDesk, useTexts } from '../contexts';
import { Icon } from '../icons';
import { MenuButton } from '../menu';
import { ArticlePicker } from './article-picker';
import { DraftFiles } from './draft-files';

export interface ComposerHandle {
  write(mode: ComposerMode): void;
  attach(files: readonly File[]): void;
}

/** How long after the last key one counts as answering. */
const REPLYING_MS = 6000;

/** Where replies and notes are written. What stands in it belongs to the ticket and stays there until it is sent. */
export function Composer(props: {
  handle: MutableRef<ComposerHandle | null>;
  conversation: AgentConversation;
  onReplying: (replying: boolean) => void;
}) {
  const { texts } = useTexts();
  const { sending } = useDesk();
  const { conversation } = props;
  const [draft, change] = useDraft(conversation.id);
  const { attach, problem } = useAttaching(draft, change);
  const field = useRef<HTMLTextAreaElement>(null);
  const picking = usePicking(field, draft.text, (text) => change({ text }));
  const noteTyping = useReplying(props.onReplying);
  useFittingHeight(field, draft.text);
  useImperativeHandle(props.handle, () => ({
    write(mode) {
      change({ mode });
      field.current?.focus();
    },
    attach: (files) => void attach(files),
  }));

  const tooLong = draft.text.length > LIMITS.textLength;
  const ready = (draft.text.trim() !== '' || draft.files.length > 0) && !tooLong;
  const send = (status?: TicketStatus) => {
    if (!ready) return;
    noteTyping(false);
    const { id: conversationId, number } = conversation;
    void sending.send({ conversationId, number, draft, ...(status ? { status } : {}) });
    field.current?.focus();
  };
  const note = draft.mode === 'note';
  return (
    <form
      class="composer"
      data-mode={draft.mode}
      aria-label={texts.composer.label}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <ModeSwitch mode={draft.mode} choose={(mode) => change({ mode })} />
      <textarea
        ref={field}
        class="composer-field"
        rows={3}
        aria-label={note ? texts.composer.note : texts.composer.replyTo(conversation.requester.name)}
        placeholder={
          note ? texts.composer.notePlaceholder : texts.composer.replyTo(conversation.requester.name)
        }
        value={draft.text}
        onInput={(event) => {
          change({ text: event.currentTarget.value });
          noteTyping(event.currentTarget.value !== '');
        }}
        onKeyDown={(event) => {
          picking.startByKey(event);
          sendByKey(event, send);
        }}
        onPaste={(event) => {
          const files = [...(event.clipboardData?.files ?? [])];
          if (files.length === 0) return;
          event.preventDefault();
          void attach(files);
        }}
      />
      <DraftFiles files={draft.files} remove={(files) => change({ files })} />
      <p class="refused" role="alert">
        {tooLong ? texts.composer.tooLong(LIMITS.textLength) : problem}
      </p>
      {picking.open && (
        <ArticlePicker
          number={conversation.number}
          note={note}
          onInsert={picking.insert}
          onLeave={picking.leave}
        />
      )}
      <div class="composer-foot">
        <AttachButton attach={(files) => void attach(files)} />
        <button
          type="button"
          class="icon-button"
          aria-label={texts.insert.button}
          aria-expanded={picking.open}
          aria-keyshortcuts="/"
          title={texts.insert.hint}
          onClick={picking.toggle}
        >
          <Icon name="book" />
        </button>
        <span class="composer-hint" aria-hidden="true">
          {texts.composer.hint}
        </span>
        <SendButtons note={note} disabled={!ready} send={send} />
      </div>
    </form>
  );
}

function ModeSwitch({ mode, choose }: { mode: ComposerMode; choose: (mode: ComposerMode) => void }) {
  const { texts } = useTexts();
  return (
    <div class="modes" role="group" aria-label={texts.composer.mode}>
      {(['reply', 'note'] as const).map((value) => (
        <button
          type="button"
          class="mode"
          key={value}
          aria-pressed={mode === value}
          onClick={() => choose(value)}
        >
          {texts.composer[value]}
        </button>
      ))}
    </div>
  );
}

function AttachButton({ attach }: { attach: (files: readonly File[]) => void }) {
  const { texts } = useTexts();
  const picker = useRef<HTMLInputElement>(null);
  return (
    <>
      <button
        type="button"
        class="icon-button"
        aria-label={texts.composer.attach}
        title={texts.composer.attach}
        onClick={() => picker.current?.click()}
      >
        <Icon name="attach" />
      </button>
      <input
        ref={picker}
        type="file"
        multiple
        hidden
        aria-label={texts.composer.attach}
        onChange={(event) => {
          attach([...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = '';
        }}
      />
    </>
  );
}

function SendButtons(props: { note: boolean; disabled: boolean; send: (status?: TicketStatus) => void }) {
  const { texts } = useTexts();
  if (props.note) {
    return (
      <button type="submit" class="button primary" disabled={props.disabled}>
        {texts.composer.saveNote}
      </button>
    );
  }
  return (
    <div class="send">
      <button type="submit" class="button primary" disabled={props.disabled}>
        {texts.composer.send}
      </button>
      <MenuButton
        class="button primary send-more"
        label={texts.composer.more}
        disabled={props.disabled}
        items={[
          { label: texts.composer.sendPending, hint: 'Ctrl Shift Enter', run: () => props.send('pending') },
          { label: texts.composer.sendSolved, hint: 'Ctrl Alt Enter', run: () => props.send('solved') },
        ]}
      >
        <Icon name="down" />
      </MenuButton>
    </div>
  );
}

function sendByKey(event: KeyboardEvent, send: (status?: TicketStatus) => void): void {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.isComposing) return;
  event.preventDefault();
  if (event.shiftKey) send('pending');
  else if (event.altKey) send('solved');
  else send();
}

/** True while one types, and for a moment after. */
function useReplying(tell: (replying: boolean) => void): (typing: boolean) => void {
  const timer = useRef(0);
  useEffect(() => () => clearTimeout(timer.current), []);
  return (typing) => {
    clearTimeout(timer.current);
    tell(typing);
    if (typing) timer.current = window.setTimeout(() => tell(false), REPLYING_MS);
  };
}

/** Lets the field grow with its text, up to what the style sheet allows. */
function useFittingHeight(field: MutableRef<HTMLTextAreaElement | null>, text: string): void {
  const [known, setKnown] = useState('');
  useLayoutEffect(() => {
    const element = field.current;
    if (!element || known === text) return;
    setKnown(text);
    element.style.height = 'auto';
    element.style.height = `${element.scrollHeight + 2}px`;
  }, [text]);
}
