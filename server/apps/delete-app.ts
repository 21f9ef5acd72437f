import { changeAsAdmin } from '../audit/change-as-admin';
import { refuseInUse } from '../audit/in-use';
import { recordAudit } from '../audit/record-audit';
import { type AppContext, loadApp } from './read-app';

/** Removes an app that nobody has come through. Refuses with `not_found`, `in_use`. */
export async function deleteApp(ctx: AppContext, key: string): Promise<void> {
  await changeAsAdmin(ctx, async (tx) => {
    await tx.sql`select from apps where key = ${key} for update`;
    const { id, name, origins, kids, conversations, sessions } = await loadApp(ctx, tx, key);
    refuseInUse('The app', { conversations, sessions });
    await tx.sql`delete from apps where id = ${id}`;
    await recordAudit(ctx, tx, { kind: 'app', id, name, before: { name, key, origins, secrets: kids } });
  });
}
