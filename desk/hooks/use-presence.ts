import { useEffect } from 'preact/hooks';
import { useDesk } from '../views/contexts';
import { useValue } from './use-value';

const REPEAT_MS = 5000;

/** Tells the others that this agent looks at a conversation, or is answering it; takes it back when the tab is hidden or left. */
export function usePresence(conversationId: string, replying: boolean): void {
  const { threads, connection } = useDesk();
  const online = useValue(connection.state).kind === 'online';
  useEffect(() => {
    if (!online) return undefined;
    const tell = () => {
      const mode = document.visibilityState === 'hidden' ? 'none' : replying ? 'replying' : 'viewing';
      threads.setPresence(conversationId, mode);
    };
    tell();
    const timer = setInterval(tell, REPEAT_MS);
    document.addEventListener('visibilitychange', tell);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', tell);
    };
  }, [threads, online, conversationId, replying]);
  useEffect(() => () => threads.setPresence(conversationId, 'none'), [threads, conversationId]);
}
