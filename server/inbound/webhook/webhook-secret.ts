import { randomBytes } from 'node:crypto';
import type { MailWebhook } from '@beseda/shared/protocol/inbound-mails';
import { type AdminContext, changeAsAdmin } from '../../audit/change-as-admin';
import { recordAudit } from '../../audit/record-audit';
import { type Context, nowIso, type Services } from '../../context/context';
import { SYSTEM } from '../../db/actor';
import type { Transaction } from '../../db/connect';
import { toJson } from '../../db/to-json';

const KEY = 'secret.inbound_mail';
const AUDIT = { kind: 'setting', id: 'mail.webhook', name: 'mail.webhook' } as const;

interface Stored {
  secret: string;
  madeAt: string;
}

/** In the transaction of whoever asks. */
export async function loadWebhookSecret({ sql }: Transaction): Promise<Stored | null> {
  const [row] = await sql<{ value: Stored }[]>`select value from settings where key = ${KEY}`;
  return row?.value ?? null;
}

/** What mail handed over by HTTP is signed with; null: none is taken that way. */
export async function findWebhookSecret({ database }: Services): Promise<string | null> {
  return (await database.inTransaction(SYSTEM, loadWebhookSecret))?.secret ?? null;
}

/** Where mail is handed over by HTTP, and since when. For admins. */
export async function showWebhook(ctx: Context): Promise<MailWebhook> {
  const stored = await changeAsAdmin(ctx, loadWebhookSecret);
  return present(ctx, stored);
}

/** Makes a secret, the only one from now on; nobody is shown it again. */
export async function makeWebhookSecret(ctx: Context): Promise<MailWebhook & { secret: string }> {
  const fresh: Stored = { secret: randomBytes(32).toString('base64url'), madeAt: nowIso(ctx) };
  await change(ctx, async (tx) => {
    await tx.sql`
      insert into settings (key, value, updated_at) values (${KEY}, ${toJson(fresh)}::jsonb, ${fresh.madeAt})
      on conflict (key) do update set value = excluded.value, updated_at = excluded.updated_at`;
    return fresh;
  });
  return { ...present(ctx, fresh), secret: fresh.secret };
}

/** From now on no mail is taken by HTTP. */
export async function closeWebhook(ctx: Context): Promise<void> {
  await change(ctx, async (tx) => {
    await tx.sql`delete from settings where key = ${KEY}`;
    return null;
  });
}

async function change(ctx: AdminContext, work: (tx: Transaction) => Promise<Stored | null>): Promise<void> {
  await changeAsAdmin(ctx, async (tx) => {
    const before = await loadWebhookSecret(tx);
    const after = await work(tx);
    const shown = (stored: Stored | null) => ({ madeAt: stored?.madeAt ?? null });
    await recordAudit(ctx, tx, { ...AUDIT, before: shown(before), after: shown(after) });
  });
}

function present({ environment }: Context, stored: Stored | null): MailWebhook {
  return { url: `${environment.publicUrl}/api/v1/inbound-mails/raw`, madeAt: stored?.madeAt ?? null };
}
