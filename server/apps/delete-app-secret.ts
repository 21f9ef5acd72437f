import { type AdminContext, changeAsAdmin } from '../audit/change-as-admin';
import { refuseInUse } from '../audit/in-use';
import { recordAudit } from '../audit/record-audit';
import { notFound } from '../context/refusal';
import { lockAppSecrets } from './lock-app-secrets';

/** Forgets a retired secret. Refuses with `not_found`, and with `in_use` while its tokens are taken. */
export async function deleteAppSecret(ctx: AdminContext, input: { app: string; kid: string }): Promise<void> {
  await changeAsAdmin(ctx, async (tx) => {
    const app = await lockAppSecrets(tx, input.app);
    if (!app) throw notFound();
    const isActive = app.secrets.some(({ kid }) => kid === input.kid);
    refuseInUse('The secret', { tokens: isActive ? [input.kid] : [] });
    const { count } = await tx.sql`delete from app_secrets where app_id = ${app.id} and kid = ${input.kid}`;
    if (count === 0) throw notFound();
    await recordAudit(ctx, tx, {
      kind: 'app',
      id: app.id,
      name: app.name,
      before: { retiredSecret: input.kid },
      after: {},
    });
  });
}
