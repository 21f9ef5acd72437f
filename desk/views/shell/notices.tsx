import { useValue } from '../../hooks/use-value';
import type { Texts } from '../../locales/ru';
import type { Notice } from '../../model/notices';
import { useDesk, useTexts } from '../contexts';
import { Icon } from '../icons';

/** Lines about what has just been changed, each with the way back. */
export function Notices() {
  const { texts } = useTexts();
  const { notices } = useDesk();
  const shown = useValue(notices.shown);
  return (
    <div class="notices" role="status" aria-label={texts.notices.label}>
      {shown.map((notice) => (
        <NoticeLine key={notice.id} notice={notice} />
      ))}
    </div>
  );
}

function NoticeLine({ notice }: { notice: Notice }) {
  const { texts } = useTexts();
  const { notices } = useDesk();
  const run = notice.undo ?? notice.retry;
  const act = () => {
    notices.dismiss(notice.id);
    run?.();
  };
  return (
    <div class="notice" data-kind={notice.kind}>
      <span>{describe(notice, texts)}</span>
      {run && (
        <button type="button" class="button small" onClick={act}>
          {notice.undo ? texts.notices.undo : texts.notices.retry}
        </button>
      )}
      <button
        type="button"
        class="icon-button"
        aria-label={texts.app.close}
        onClick={() => notices.dismiss(notice.id)}
      >
        <Icon name="close" />
      </button>
    </div>
  );
}

function describe(notice: Notice, texts: Texts): string {
  const { number } = notice;
  if (notice.kind === 'failed') return texts.notices.failed(number, texts.error(notice.code));
  if (notice.kind === 'proposed') return texts.topics.notices.proposed(number);
  if (notice.kind !== 'changed') return texts.topics.notices[notice.kind](number, notice.other);
  const { status, type, priority, assignee } = notice.patch;
  if (status !== undefined) return texts.notices.status(number, texts.statuses[status]);
  if (priority !== undefined) return texts.notices.priority(number, texts.priorities[priority]);
  if (type !== undefined) return texts.notices.type(number, type === null ? texts.noType : texts.types[type]);
  if (assignee === null) return texts.notices.released(number);
  return texts.notices.assigned(number, notice.assigneeName ?? '');
}
