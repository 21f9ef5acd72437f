import type { AppCard, AppSecretRow } from '@beseda/shared/protocol/admin';
import type { Ack } from '@beseda/shared/protocol/socket';
import { Time } from '@beseda/shared/ui/time';
import { useState } from 'preact/hooks';
import { useNow } from '../../../hooks/use-now';
import { useDesk, useTexts } from '../../contexts';
import { ConfirmDialog } from '../confirm-dialog';
import { useAppWords } from './use-app-words';

const LATELY_MS = 60 * 60_000;

/** One secret: since when, last used when, and out of use with it. */
export function SecretRow(props: {
  appKey: string;
  secret: AppSecretRow;
  /** The only one that is in use. */
  isLast: boolean;
  onChanged: (card: AppCard) => void;
  onDeleted: () => Promise<void>;
  onRefused: (refused: Extract<Ack<never>, { ok: false }>) => void;
}) {
  const { secret } = props;
  const { kid } = secret;
  const { http } = useDesk();
  const words = useAppWords();
  const now = useNow();
  const [asked, setAsked] = useState<'retire' | 'forget' | null>(null);
  const path = `/apps/${props.appKey}/secrets/${kid}`;
  const isBusy = secret.usedAt !== null && now - Date.parse(secret.usedAt) < LATELY_MS;

  async function setRetired(retired: boolean): Promise<void> {
    setAsked(null);
    const ack = await http<AppCard>('PATCH', path, { retired });
    if (ack.ok) props.onChanged(ack.data);
    else props.onRefused(ack);
  }

  async function forget(): Promise<void> {
    setAsked(null);
    const ack = await http<never>('DELETE', path);
    if (ack.ok) await props.onDeleted();
    else props.onRefused(ack);
  }

  return (
    <li class="settings-row">
      <Facts secret={secret} now={now} />
      {secret.retiredAt === null && (
        <button
          type="button"
          class="button small"
          disabled={props.isLast}
          title={props.isLast ? words.lastSecret : undefined}
          aria-label={words.retireThis(kid)}
          onClick={() => setAsked('retire')}
        >
          {words.retire}
        </button>
      )}
      {secret.retiredAt !== null && (
        <span class="app-row-buttons">
          <button
            type="button"
            class="button small"
            aria-label={words.restoreThis(kid)}
            onClick={() => void setRetired(false)}
          >
            {words.restore}
          </button>
          <button
            type="button"
            class="button small danger"
            aria-label={words.forgetThis(kid)}
            onClick={() => setAsked('forget')}
          >
            {words.forget}
          </button>
        </span>
      )}
      {asked === 'retire' && (
        <ConfirmDialog
          title={words.retireTitle(kid)}
          what={[words.retireWhat(secret.sessions), isBusy ? words.retireBusy : ''].join(' ')}
          label={words.retireNow}
          onConfirm={() => void setRetired(true)}
          onClose={() => setAsked(null)}
        />
      )}
      {asked === 'forget' && (
        <ConfirmDialog
          title={words.forgetTitle(kid)}
          what={words.forgetWhat}
          label={words.forgetNow}
          onConfirm={() => void forget()}
          onClose={() => setAsked(null)}
        />
      )}
    </li>
  );
}

function Facts({ secret, now }: { secret: AppSecretRow; now: number }) {
  const { locale } = useTexts();
  const words = useAppWords();
  return (
    <>
      <strong>
        <code>{secret.kid}</code>
      </strong>
      <span>{words.algorithms[secret.algorithm]}</span>
      <span>
        {words.made} <Time at={secret.createdAt} now={now} locale={locale} />
      </span>
      <span>
        {secret.usedAt === null ? (
          words.neverUsed
        ) : (
          <>
            {words.used} <Time at={secret.usedAt} now={now} locale={locale} />
          </>
        )}
        {secret.sessions > 0 && `, ${words.openSessions(secret.sessions)}`}
      </span>
      {secret.retiredAt !== null && (
        <span class="settings-mark">
          {words.retiredAt} <Time at={secret.retiredAt} now={now} locale={locale} />
        </span>
      )}
    </>
  );
}
