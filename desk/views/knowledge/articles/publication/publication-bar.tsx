import '../../../../css/kb-publication.css';
import { useState } from 'preact/hooks';
import { useValue } from '../../../../hooks/use-value';
import { Icon } from '../../../icons';
import { MenuButton, type MenuItem } from '../../../menu';
import { ConfirmDialog } from '../../../settings/confirm-dialog';
import type { EditorPart } from '../editor/side-tabs';
import { useEditorWords } from '../editor/use-editor-words';
import { PublicationState } from './publication-state';
import { PublishDialog } from './publish-dialog';
import { usePublication } from './use-publication';
import { usePublicationWords } from './use-publication-words';

type Asking = 'publish' | 'discard' | 'unpublish' | null;

/** How the article stands, and what can be done with it as a whole. */
export function PublicationBar(part: EditorPart) {
  const words = usePublicationWords();
  const { openPage } = useEditorWords();
  const { draft, published, mayPublish } = part.manuscript;
  const { revision, saving } = useValue(part.writing.state);
  const [asking, setAsking] = useState<Asking>(null);
  const publication = usePublication(part);
  const { ask, busy, outcome } = publication;
  const drafted = revision > 0 || saving !== 'saved';
  const inReview = draft?.state === 'review';
  const items: MenuItem[] = [];
  const review: MenuItem = inReview
    ? { label: words.takeReviewBack, run: () => void ask('DELETE', 'review') }
    : { label: words.askReview, run: () => void ask('POST', 'review') };
  if (drafted && mayPublish) items.push(review);
  if (drafted) items.push({ label: words.discard, run: () => setAsking('discard') });
  if (published && mayPublish) items.push({ label: words.unpublish, run: () => setAsking('unpublish') });
  return (
    <div class="kb-publication">
      <PublicationState manuscript={part.manuscript} drafted={drafted} />
      <div class="kb-publication-buttons">
        {published && (
          <a class="button" href={published.url} target="_blank" rel="noreferrer">
            {openPage}
          </a>
        )}
        {draft?.schedule && mayPublish && (
          <button type="button" class="button" disabled={busy} onClick={() => void ask('DELETE', 'publish')}>
            {words.unschedule}
          </button>
        )}
        {drafted && (
          <button
            type="button"
            class="button primary"
            disabled={busy}
            onClick={() => (mayPublish ? setAsking('publish') : review.run())}
          >
            {mayPublish ? words.publish : review.label}
          </button>
        )}
        {items.length > 0 && (
          <MenuButton label={words.more} class="icon-button" items={items} disabled={busy}>
            <Icon name="more" />
          </MenuButton>
        )}
      </div>
      <p class={outcome?.failed ? 'refused kb-outcome' : 'kb-outcome'} role="status">
        {outcome?.text}
        {outcome?.undo && (
          <button type="button" class="button small" onClick={outcome.undo}>
            {words.undo}
          </button>
        )}
        {outcome?.over && (
          <button type="button" class="button small" onClick={outcome.over}>
            {words.publishAnyway}
          </button>
        )}
      </p>
      <Asked
        asking={asking}
        published={published !== null}
        publication={publication}
        close={() => setAsking(null)}
      />
    </div>
  );
}

function Asked(props: {
  asking: Asking;
  published: boolean;
  publication: ReturnType<typeof usePublication>;
  close: () => void;
}) {
  const { confirm } = usePublicationWords();
  const { asking, publication, close } = props;
  const after = (work: () => Promise<void>) => () => {
    close();
    void work();
  };
  if (asking === 'publish') {
    return (
      <PublishDialog
        onClose={close}
        onPublish={(choice) => {
          close();
          void publication.publish(choice);
        }}
      />
    );
  }
  if (asking === 'discard') {
    return (
      <ConfirmDialog
        title={confirm.discard}
        what={props.published ? confirm.discardChanged : confirm.discardNew}
        label={confirm.discardLabel}
        onConfirm={after(publication.discard)}
        onClose={close}
      />
    );
  }
  if (asking !== 'unpublish') return null;
  return (
    <ConfirmDialog
      title={confirm.unpublish}
      what={confirm.unpublishWhat}
      label={confirm.unpublishLabel}
      onConfirm={after(publication.unpublish)}
      onClose={close}
    />
  );
}
