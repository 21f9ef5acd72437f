import { useEffect, useState } from 'preact/hooks';
import { type Draft, EMPTY_DRAFT } from '../model/drafts';
import { useDesk } from '../views/contexts';

/** The draft of a conversation and the way to change it; what it is before the storage has answered is empty. */
export function useDraft(conversationId: string): [Draft, (changes: Partial<Draft>) => void] {
  const { drafts } = useDesk();
  const [, draw] = useState({});
  useEffect(() => {
    const stop = drafts.subscribe((id) => id === conversationId && draw({}));
    void drafts.read(conversationId).then(() => draw({}));
    return stop;
  }, [drafts, conversationId]);
  const draft = drafts.peek(conversationId) ?? EMPTY_DRAFT;
  return [
    draft,
    (changes) => void drafts.write(conversationId, { ...(drafts.peek(conversationId) ?? draft), ...changes }),
  ];
}
