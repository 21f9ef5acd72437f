import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { SettingsPlace } from '../../model/route';
import { useActions, useDesk, useTexts } from '../contexts';
import { StateMessage } from '../state-message';

type SettingsPage = ComponentType<{ place: SettingsPlace }>;

/** Fetches the settings when an admin opens them: most agents never do. */
export function SettingsGate({ place }: { place: SettingsPlace }) {
  const { texts } = useTexts();
  const { agent } = useDesk();
  const actions = useActions();
  const isAdmin = agent.role === 'admin';
  const [page, setPage] = useState<{ Page: SettingsPage } | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    if (!isAdmin || failed) return;
    import('./settings-page').then(
      ({ SettingsPage }) => setPage({ Page: SettingsPage }),
      () => setFailed(true),
    );
  }, [isAdmin, failed]);
  if (page) return <page.Page place={place} />;
  return (
    <main class="settings" id="ticket" aria-busy={isAdmin && !failed}>
      {!isAdmin && (
        <StateMessage title={texts.menu.settingsForAdmins} hint={texts.menu.settingsForAdminsHint}>
          <button type="button" class="button" onClick={() => actions.go({})}>
            {texts.app.back}
          </button>
        </StateMessage>
      )}
      {isAdmin && failed && (
        <StateMessage title={texts.app.unreached}>
          <button type="button" class="button" onClick={() => setFailed(false)}>
            {texts.app.tryAgain}
          </button>
        </StateMessage>
      )}
      {isAdmin && !failed && <StateMessage title={texts.app.loading} />}
    </main>
  );
}
