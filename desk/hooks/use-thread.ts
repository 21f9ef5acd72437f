import type { ThreadView } from '@beseda/shared/client/threads';
import type { AgentConversation, AgentEvent } from '@beseda/shared/domain/event';
import { useLayoutEffect, useState } from 'preact/hooks';
import { useDesk } from '../views/contexts';

/** Opens a conversation for as long as it is shown. */
export function useThread(conversationId: string): ThreadView<AgentConversation, AgentEvent> {
  const { threads } = useDesk();
  const [, draw] = useState({});
  useLayoutEffect(() => {
    const stop = threads.subscribe((id) => id === conversationId && draw({}));
    threads.open(conversationId);
    return () => {
      stop();
      threads.close(conversationId);
    };
  }, [threads, conversationId]);
  return threads.view(conversationId);
}
