import { type AdminContext, changeAsAdmin } from '../audit/change-as-admin';
import { recordAudit } from '../audit/record-audit';
import { notFound } from '../context/refusal';
import { lockAppSecrets } from './lock-app-secrets';

/** Takes tokens of a retired secret again, for who retired it too early. Refuses with `not_found`. */
export async function restoreAppSecret(
  ctx: AdminContext,
  input: { app: string; kid: string },
): Promise<void> {
  await changeAsAdmin(ctx, async (tx) => {
    const app = await lockAppSecrets(tx, input.app);
    if (!app) throw notFound();
    const kids = app.secrets.map(({ kid }) => kid);
    if (kids.includes(input.kid)) return;
    const { count } = await tx.sql`
      update app_secrets set retired_at = null where app_id = ${app.id} and kid = ${input.kid}`;
    if (count === 0) throw notFound();
    await recordAudit(ctx, tx, {
      kind: 'app',
      id: app.id,
      name: app.name,
      before: { secrets: kids },
      after: { secrets: [...kids, input.kid] },
    });
  });
}
