import { type AdminContext, changeAsAdmin } from '../audit/change-as-admin';
import { recordAudit } from '../audit/record-audit';
import { nowIso } from '../context/context';
import { Refusal } from '../context/refusal';
import { lockAppSecrets } from './lock-app-secrets';

/**
 * Tokens of this secret are refused from now on; sessions that were opened with it live on until they end. The last
 * active secret stays: without it nobody could sign in. Refuses with `not_found`, `invalid_input`.
 */
export async function retireAppSecret(ctx: AdminContext, input: { app: string; kid: string }): Promise<void> {
  await changeAsAdmin(ctx, async (tx) => {
    const app = await lockAppSecrets(tx, input.app);
    const secret = app?.secrets.find(({ kid }) => kid === input.kid);
    if (!app || !secret) {
      throw new Refusal('not_found', `App «${input.app}» has no active secret «${input.kid}».`, {
        field: 'kid',
      });
    }
    if (app.secrets.length === 1) {
      const message = 'This is the only active secret of the app: add another one first.';
      throw new Refusal('invalid_input', message, { field: 'kid' });
    }
    await tx.sql`update app_secrets set retired_at = ${nowIso(ctx)} where id = ${secret.id}`;
    const kids = app.secrets.map(({ kid }) => kid);
    await recordAudit(ctx, tx, {
      kind: 'app',
      id: app.id,
      name: app.name,
      before: { secrets: kids },
      after: { secrets: kids.filter((kid) => kid !== input.kid) },
    });
  });
}
