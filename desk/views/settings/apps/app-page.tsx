import type { AppCard } from '@beseda/shared/protocol/admin';
import { useState } from 'preact/hooks';
import { type AppDraft, draftOf } from '../../../model/app-draft';
import { useDesk } from '../../contexts';
import { HistoryList } from '../history/history-list';
import { LoadedPart } from '../loaded-part';
import { SettingsLink } from '../settings-link';
import { useLoaded } from '../use-loaded';
import { AppForm } from './app-form';
import { AppInstall } from './app-install';
import { AppSecrets } from './app-secrets';
import { AppSteps } from './app-steps';
import { useAppWords } from './use-app-words';
import { useReasons } from './use-reasons';

/** One app: how it looks, how it is installed, what its tokens are signed with, and who changed it. */
export function AppPage({ appKey }: { appKey: string }) {
  const apps = useAppWords();
  const { loaded, reload, show } = useLoaded<AppCard>(`/apps/${encodeURIComponent(appKey)}`);
  return (
    <>
      <SettingsLink class="settings-up" to={{ section: 'apps', id: null }}>
        {apps.toList}
      </SettingsLink>
      <LoadedPart loaded={loaded} reload={reload}>
        {(card) => <Card card={card} show={show} />}
      </LoadedPart>
    </>
  );
}

function Card({ card, show }: { card: AppCard; show: (card: AppCard) => void }) {
  const { http } = useDesk();
  const words = useAppWords();
  const why = useReasons();
  const [draft, setDraft] = useState<AppDraft>(() => draftOf(card));
  const [changes, setChanges] = useState(0);

  function take(changed: AppCard): void {
    show(changed);
    setChanges((count) => count + 1);
  }

  /** What is typed and not yet saved stays. */
  async function addOrigin(origin: string): Promise<string | null> {
    const ack = await http<AppCard>('PATCH', `/apps/${card.key}`, { origins: [...card.origins, origin] });
    if (!ack.ok) return why(ack);
    setDraft((typed) => ({ ...typed, origins: `${typed.origins.trimEnd()}\n${origin}` }));
    take(ack.data);
    return null;
  }

  return (
    <>
      <section aria-labelledby="settings-title">
        <h3 id="settings-title">{card.name}</h3>
        {card.disabled && <p class="hint-box">{words.disabled}</p>}
        <AppForm
          card={card}
          draft={draft}
          onChange={setDraft}
          onSaved={(saved) => {
            setDraft(draftOf(saved));
            take(saved);
          }}
        />
        <AppSteps card={card} onChanged={take} />
      </section>
      <AppInstall card={card} addOrigin={addOrigin} />
      <AppSecrets card={card} onChanged={take} />
      <section aria-labelledby="settings-history">
        <h3 id="settings-history">{words.history}</h3>
        <HistoryList key={changes} object={`app:${card.id}`} />
      </section>
    </>
  );
}
