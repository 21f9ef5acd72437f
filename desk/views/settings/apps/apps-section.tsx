import '../../../css/apps.css';
import type { AppRow } from '@beseda/shared/protocol/admin';
import { Time } from '@beseda/shared/ui/time';
import { useState } from 'preact/hooks';
import { useNow } from '../../../hooks/use-now';
import { useTexts } from '../../contexts';
import { PagedList } from '../paged-list';
import { SectionHead } from '../section-head';
import { SettingsLink } from '../settings-link';
import { usePages } from '../use-pages';
import { useWords } from '../use-words';
import { AppPage } from './app-page';
import { CreateAppDialog } from './create-app-dialog';
import { useAppWords } from './use-app-words';

export function AppsSection({ id }: { id: string | null }) {
  return id === null ? <AppList /> : <AppPage appKey={id} />;
}

function AppList() {
  const words = useWords();
  const apps = useAppWords();
  const [creating, setCreating] = useState(false);
  const pages = usePages<AppRow>('/apps', {});
  return (
    <section aria-labelledby="settings-title">
      <SectionHead title={words.sections.apps} create={apps.create} onCreate={() => setCreating(true)} />
      <PagedList label={words.sections.apps} pages={pages} empty={apps.nothing}>
        {(row) => <Row key={row.id} row={row} />}
      </PagedList>
      {creating && <CreateAppDialog onClose={() => setCreating(false)} />}
    </section>
  );
}

function Row({ row }: { row: AppRow }) {
  const { locale } = useTexts();
  const apps = useAppWords();
  const now = useNow();
  return (
    <li>
      <SettingsLink class="settings-row" to={{ section: 'apps', id: row.key }}>
        <strong>{row.name}</strong>
        <span>{row.origins.join(' · ')}</span>
        <span>
          {row.seenAt === null ? (
            apps.neverSeen
          ) : (
            <>
              {apps.seen} <Time at={row.seenAt} now={now} locale={locale} />
            </>
          )}
        </span>
        {row.disabled && <span class="settings-mark">{apps.isOff}</span>}
      </SettingsLink>
    </li>
  );
}
