import { useTeamWords } from '../use-team-words';
import { HistoryList } from './history-list';

/** Who changed which single value. */
export function SettingsHistory() {
  const { settingsHistory } = useTeamWords();
  return (
    <section aria-labelledby="settings-history">
      <h3 id="settings-history">{settingsHistory}</h3>
      <HistoryList object="setting" />
    </section>
  );
}
