import { count } from '../model/fill';
import type { Panel } from '../model/panel';
import { isClosed } from '../model/state';
import { Composer } from './composer';
import { Icon } from './icon';
import { Lazy } from './lazy-view';
import { Suggestions } from './suggestions';

/** The first screen: what is the question, and what may answer it. Who may not write is told why, and can search. */
export function Ask({ panel }: { panel: Panel }) {
  const { texts, access, hits, notice, unread, locale } = panel.state;
  const closed = isClosed(access);
  return (
    <div class="ask" onKeyDown={step}>
      {notice && (
        <p class="notice" role="status">
          {notice.text}{' '}
          <button type="button" class="link" onClick={notice.undo}>
            {texts.undo}
          </button>
        </p>
      )}
      {closed ? (
        <Lazy panel={panel} name="search" id="new" />
      ) : (
        <>
          <Composer panel={panel} id="new" label={texts.ask} />
          {access.kind === 'staff' && hits.kind === 'found' && (
            <Lazy panel={panel} name="similar" id="" text="" />
          )}
          <Suggestions panel={panel} />
          <button type="button" class="mine" onClick={() => panel.go({ name: 'list' })}>
            {texts.mine}
            {unread > 0 && <i>{count(texts.unread, unread, locale)}</i>}
            <Icon name="next" />
          </button>
        </>
      )}
    </div>
  );
}

/** Arrows lead from the end of the field through the suggestions and back. */
export function step(event: KeyboardEvent & { currentTarget: HTMLElement }): void {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const from = event.target as HTMLElement;
  if (!by || (from instanceof HTMLTextAreaElement && from.selectionStart < from.value.length)) return;
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-step]')];
  const next = stops[stops.indexOf(from) + by];
  if (!stops.includes(from) || !next) return;
  event.preventDefault();
  next.focus();
}
