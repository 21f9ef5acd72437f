import type { Portal } from './model/portal';
import { portalTexts } from './texts';

/** The window's title: «(2) № 105 Не грузится отчёт — Мои обращения — MLM Soft». */
export function titleOf(portal: Portal): string {
  const { state, boot, live } = portal.panel;
  const { texts, locale, unread } = state;
  const place = portal.place();
  const screen = state.screens.at(-1);
  const subject =
    screen?.name === 'thread' ? live?.threads.view(screen.id).thread?.conversation.subject : undefined;
  const shown =
    state.access.kind !== 'staff' || !place || place.name === 'list'
      ? ''
      : place.name === 'new'
        ? texts.newConversation
        : `№ ${place.number} ${subject ?? ''}`.trim();
  const title = [shown, portalTexts(locale).title, boot.name].filter(Boolean).join(' — ');
  return unread > 0 ? `(${unread}) ${title}` : title;
}
