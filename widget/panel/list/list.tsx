import { tellPromise } from '@beseda/shared/domain/tell-promise';
import type { ConversationSummary } from '@beseda/shared/protocol/http';
import { Time } from '@beseda/shared/ui/time';
import type { Panel } from '../model/panel';
import '../promise/adopt-chip';
import { readerOf } from '../promise/reader-of';
import { isSoundOn, setSound } from '../sound/play-sound';
import { laterTexts } from '../texts/later';
import { threadTexts } from '../texts/thread';
import { step } from '../views/ask';
import { adopt, Loading, type ViewProps } from '../views/lazy-view';
import css from './list.css?inline';

adopt(css);

/** «My conversations», newest change first. */
export function View({ panel }: ViewProps) {
  const { conversations, locale } = panel.state;
  const texts = laterTexts(locale);
  if (!panel.live) void panel.startLive();
  return (
    <div class="list" onKeyDown={step}>
      <button
        type="button"
        class="primary"
        data-focus
        data-step
        onClick={() => panel.set({ screens: [{ name: 'ask' }] })}
      >
        {texts.beginNew}
      </button>
      {conversations ? <Rows panel={panel} rows={conversations} /> : <Loading panel={panel} id="" />}
      <label class="sound">
        <input
          type="checkbox"
          checked={isSoundOn()}
          onChange={({ currentTarget }) => setSound(currentTarget.checked)}
        />
        {texts.sound}
      </label>
    </div>
  );
}

function Rows({ panel, rows }: { panel: Panel; rows: readonly ConversationSummary[] }) {
  const texts = laterTexts(panel.state.locale);
  if (!rows[0]) return <p class="quiet">{texts.empty}</p>;
  return (
    <ul>
      {rows.map((row) => (
        <li key={row.id}>
          <Row panel={panel} row={row} />
        </li>
      ))}
    </ul>
  );
}

function Row({ panel, row }: { panel: Panel; row: ConversationSummary }) {
  const { locale } = panel.state;
  const texts = threadTexts(locale);
  const { id, number, subject, status, unread, lastMessage } = row;
  const promised = tellPromise(row.promise, readerOf(panel));
  const { author } = lastMessage;
  const isMe = author.kind === 'requester' && author.name === panel.session?.get()?.person.name;
  const who = isMe ? texts.you : author.name;
  return (
    <button type="button" class="row" data-step onClick={() => panel.go({ name: 'thread', id })}>
      <b>{subject}</b>
      <Time at={row.updatedAt} now={Date.now()} locale={locale} />
      <span class="last">
        {who}: {lastMessage.text || texts.files}
      </span>
      {unread > 0 && (
        <i>
          {unread}
          <span class="sr"> {laterTexts(locale).unread}</span>
        </i>
      )}
      <small>
        № {number}{' '}
        <span class="chip" data-status={status}>
          {texts.statuses[status]}
        </span>{' '}
        {row.following && <span class="chip">{laterTexts(locale).following}</span>}{' '}
        {promised && (
          <span class="promised" data-state={row.promise?.state}>
            {promised}
          </span>
        )}
      </small>
    </button>
  );
}
