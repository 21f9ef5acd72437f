import type { SessionCreated } from '@beseda/shared/protocol/http';
import { app } from './app';
import { core } from './core';
import { mountPanel } from './mount-panel';

/**
 * When the host is idle, mounts the panel, unseen, for somebody who has a conversation open, so that answers show up
 * on any page. What fails is left for the panel to say when it is wanted.
 */
export function lookAhead(identity = ++core.identity) {
  core.session = undefined;
  (window.requestIdleCallback || setTimeout)(async () => {
    try {
      const body = JSON.stringify({ app: app.key, token: await core.options.getToken!() });
      // As plain text, which the server reads as JSON too: a browser asks no leave for that first.
      const answer = await fetch(`${app.origin}/api/v1/session`, { method: 'POST', body });
      const session: SessionCreated = await answer.json();
      if (identity === core.identity && answer.ok) {
        core.session = session;
        if (session.openConversations) mountPanel();
      }
    } catch {}
  });
}
