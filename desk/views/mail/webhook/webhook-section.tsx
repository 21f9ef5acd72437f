import type { ErrorCode } from '@beseda/shared/protocol/errors';
import type { MailWebhook } from '@beseda/shared/protocol/inbound-mails';
import { Time } from '@beseda/shared/ui/time';
import { useState } from 'preact/hooks';
import { useNow } from '../../../hooks/use-now';
import { mailWebhookEn } from '../../../locales/mail-webhook-en';
import { type MailWebhookTexts, mailWebhookRu } from '../../../locales/mail-webhook-ru';
import { useDesk, useTexts } from '../../contexts';
import { CodeBlock } from '../../settings/apps/code-block';
import { ConfirmDialog } from '../../settings/confirm-dialog';
import { LoadedPart } from '../../settings/loaded-part';
import { useLoaded } from '../../settings/use-loaded';
import { useMailWords } from '../use-mail-words';

const PATH = '/inbound-mail-webhook';

function useWebhookWords(): MailWebhookTexts {
  return useTexts().locale === 'ru' ? mailWebhookRu : mailWebhookEn;
}

/** Where mail is handed over by HTTP, and the secret that it is signed with. */
export function WebhookSection() {
  const { sections } = useMailWords();
  const words = useWebhookWords();
  const { loaded, reload, show } = useLoaded<MailWebhook>(PATH);
  return (
    <section aria-labelledby="settings-title">
      <h3 id="settings-title">{sections.webhook}</h3>
      <p class="soft">{words.about}</p>
      <LoadedPart loaded={loaded} reload={reload}>
        {(webhook) => <Webhook webhook={webhook} onChange={show} />}
      </LoadedPart>
    </section>
  );
}

function Webhook(props: { webhook: MailWebhook; onChange: (webhook: MailWebhook) => void }) {
  const { webhook, onChange } = props;
  const { texts, locale } = useTexts();
  const { http } = useDesk();
  const words = useWebhookWords();
  const now = useNow();
  const [secret, setSecret] = useState<string | null>(null);
  const [asking, setAsking] = useState<'make' | 'close' | null>(null);
  const [failed, setFailed] = useState<ErrorCode | null>(null);

  async function make(): Promise<void> {
    setAsking(null);
    const ack = await http<MailWebhook & { secret: string }>('POST', PATH, {});
    setFailed(ack.ok ? null : ack.code);
    if (!ack.ok) return;
    setSecret(ack.data.secret);
    onChange(ack.data);
  }

  async function close(): Promise<void> {
    setAsking(null);
    const ack = await http('DELETE', PATH);
    setFailed(ack.ok ? null : ack.code);
    if (!ack.ok) return;
    setSecret(null);
    onChange({ ...webhook, madeAt: null });
  }

  const { url, madeAt } = webhook;
  return (
    <>
      <p>{words.address}</p>
      <CodeBlock label={words.address} text={url} />
      <p class="soft">
        {madeAt === null ? (
          words.off
        ) : (
          <>
            {words.since} <Time at={madeAt} now={now} locale={locale} focusable />
          </>
        )}
      </p>
      {secret !== null && (
        <div role="status">
          <p>
            <strong>{words.secret}</strong> {words.once}
          </p>
          <CodeBlock label={words.secret} text={secret} />
        </div>
      )}
      <p class="settings-foot">
        <button
          type="button"
          class="button"
          onClick={() => (madeAt === null ? void make() : setAsking('make'))}
        >
          {madeAt === null ? words.make : words.remake}
        </button>
        {madeAt !== null && (
          <button type="button" class="button" onClick={() => setAsking('close')}>
            {words.close}
          </button>
        )}
      </p>
      {failed && (
        <p class="refused" role="alert">
          {texts.error(failed)}
        </p>
      )}
      {asking && (
        <ConfirmDialog
          title={asking === 'make' ? words.confirmTitle : words.confirmClose}
          what={asking === 'make' ? words.confirmWhat : words.confirmCloseWhat}
          label={asking === 'make' ? words.remake : words.close}
          onConfirm={() => void (asking === 'make' ? make() : close())}
          onClose={() => setAsking(null)}
        />
      )}
    </>
  );
}
