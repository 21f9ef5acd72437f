import type { AddedAppSecret, AppCard } from '@beseda/shared/protocol/admin';
import { useState } from 'preact/hooks';
import { useDesk } from '../../contexts';
import { AddKeyDialog } from './add-key-dialog';
import { FreshSecret } from './fresh-secret';
import { SecretRow } from './secret-row';
import { useAppWords } from './use-app-words';
import { useReasons } from './use-reasons';

type Change = { card: AppCard; onChanged: (card: AppCard) => void };

/** What the app's tokens are signed with, and the way from one secret to the next. */
export function AppSecrets({ card, onChanged }: Change) {
  const { http } = useDesk();
  const words = useAppWords();
  const why = useReasons();
  const [made, setMade] = useState<{ key: string; kid: string; secret: string } | null>(null);
  const [asking, setAsking] = useState(false);
  const [said, setSaid] = useState({ status: '', problem: '' });

  /** The card anew, after what answers with something else. */
  async function reload(status: string): Promise<void> {
    const ack = await http<AppCard>('GET', `/apps/${card.key}`);
    setSaid(ack.ok ? { status, problem: '' } : { status: '', problem: why(ack) });
    if (ack.ok) onChanged(ack.data);
  }

  async function add(): Promise<void> {
    const ack = await http<AddedAppSecret>('POST', `/apps/${card.key}/secrets`, {});
    if (!ack.ok) return setSaid({ status: '', problem: why(ack) });
    const { key, kid, secret } = ack.data;
    if (secret !== undefined) setMade({ key, kid, secret });
    await reload('');
  }

  return (
    <section aria-labelledby="app-secrets">
      <h3 id="app-secrets">{words.secrets}</h3>
      <ul class="settings-list" aria-label={words.secrets}>
        {card.secrets.map((secret) => (
          <SecretRow
            key={secret.kid}
            appKey={card.key}
            secret={secret}
            isLast={secret.retiredAt === null && card.kids.length === 1}
            onChanged={onChanged}
            onDeleted={() => reload('')}
            onRefused={(refused) => setSaid({ status: '', problem: why(refused) })}
          />
        ))}
      </ul>
      <div class="settings-foot">
        <button type="button" class="button" onClick={() => void add()}>
          {words.addSecret}
        </button>
        <button type="button" class="button" onClick={() => setAsking(true)}>
          {words.addKey}
        </button>
        <span role="status">{said.status}</span>
        <span class="refused" role="alert">
          {said.problem}
        </span>
      </div>
      <details class="app-details">
        <summary>{words.rotation}</summary>
        <ol>
          {words.rotationSteps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </details>
      {made && <FreshSecret made={made} onDone={(leave) => leave(() => setMade(null))} />}
      {asking && (
        <AddKeyDialog
          appKey={card.key}
          onAdded={(kid) => {
            setAsking(false);
            void reload(words.keyAdded(kid));
          }}
          onClose={() => setAsking(false)}
        />
      )}
    </section>
  );
}
