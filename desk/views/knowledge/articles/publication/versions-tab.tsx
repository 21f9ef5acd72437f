import type { VersionRow, VersionText } from '@beseda/shared/protocol/kb';
import { exactTime } from '@beseda/shared/ui/time';
import { useState } from 'preact/hooks';
import { useValue } from '../../../../hooks/use-value';
import { useTexts } from '../../../contexts';
import { ChangeList } from '../../../settings/history/history-list';
import { PagedList } from '../../../settings/paged-list';
import { usePages } from '../../../settings/use-pages';
import type { EditorPart } from '../editor/side-tabs';
import { usePublicationWords } from './use-publication-words';
import { VersionDialog } from './version-dialog';

/** Every publication: who, when and what they said of it; to compare with, and to take back. */
export function VersionsTab({ manuscript, writing }: EditorPart) {
  const words = usePublicationWords();
  const { locale } = useTexts();
  const { number, locale: language } = manuscript;
  const path = `/kb/articles/${number}/${language}/versions`;
  const pages = usePages<VersionRow>(path, {});
  const { fields } = useValue(writing.state);
  const [open, setOpen] = useState<number | null>(null);
  const [undo, setUndo] = useState<{ version: number; back: () => void } | null>(null);

  const restore = (version: VersionText) => {
    const before = writing.state.get().fields;
    const { title, slug, sectionNumber, keywords, routes, visibility, plans, roles, author, body } = version;
    writing.change({ title, slug, sectionNumber, keywords, routes, visibility, plans, roles, author, body });
    setOpen(null);
    const back = () => {
      writing.change(before);
      setUndo(null);
    };
    setUndo({ version: version.version, back });
  };

  return (
    <div class="kb-versions">
      <p role="status">
        {undo && words.done.restored(undo.version)}{' '}
        {undo && (
          <button type="button" class="button small" onClick={undo.back}>
            {words.undo}
          </button>
        )}
      </p>
      <PagedList label={words.versions.list} pages={pages} empty={words.versions.empty}>
        {(row) => (
          <li key={row.version}>
            <span>
              <strong>{words.versions.row(row.version)}</strong>
              <br />
              <span class="soft">
                {row.publishedBy?.name ?? words.versions.byImport}, {exactTime(row.publishedAt, locale)}
              </span>
              {row.note && <span class="kb-note">{row.note}</span>}
            </span>
            <button type="button" class="button small" onClick={() => setOpen(row.version)}>
              {words.versions.compare}
            </button>
          </li>
        )}
      </PagedList>
      <Changes number={number} />
      {open !== null && (
        <VersionDialog
          path={path}
          version={open}
          current={fields}
          locale={language}
          onRestore={restore}
          onClose={() => setOpen(null)}
        />
      )}
    </div>
  );
}

/** What was done without a new version: asked for when somebody wants to see it. */
function Changes({ number }: { number: number }) {
  const { versions: words } = usePublicationWords();
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{words.changes}</summary>
      {open && <ChangeList path={`/kb/articles/${number}/changes`} />}
    </details>
  );
}
