import { randomBytes } from 'node:crypto';
import { uuidv7 } from '@beseda/shared/domain/uuid';
import { type AdminContext, changeAsAdmin } from '../audit/change-as-admin';
import { readLine } from '../audit/read-line';
import { recordAudit } from '../audit/record-audit';
import { nowIso } from '../context/context';
import { newSecret } from '../sessions/hash-secret';
import { newKid } from './add-app-secret';
import { readOrigins } from './read-origin';

/** What the product team needs: the public key for the snippet, the secret and its id for the token. */
export interface AddedApp {
  key: string;
  secret: string;
  kid: string;
}

export interface NewApp {
  name: string;
  origins: readonly string[];
  /** Whether plan and region in its tokens are believed. */
  trustedClaims?: boolean;
}

/** Makes an embedding site with its first HS256 secret, which is never shown again. Refuses with `invalid_input`. */
export async function addApp(ctx: AdminContext, input: NewApp): Promise<AddedApp> {
  const name = readLine(input.name, 'name', 100);
  const origins = readOrigins(input.origins);
  const trustedClaims = input.trustedClaims ?? false;
  const added = { key: randomBytes(8).toString('hex'), secret: newSecret(), kid: newKid() };
  const at = nowIso(ctx);
  const id = uuidv7(ctx.now());
  await changeAsAdmin(ctx, async (tx) => {
    await tx.sql`
      insert into apps (id, key, name, origins, trusted_claims, created_at)
      values (${id}, ${added.key}, ${name}, ${origins}, ${trustedClaims}, ${at})`;
    await tx.sql`
      insert into app_secrets (id, app_id, kid, algorithm, material, created_at)
      values (${uuidv7(ctx.now())}, ${id}, ${added.kid}, 'HS256', ${added.secret}, ${at})`;
    const after = { name, key: added.key, origins, trustedClaims, secrets: [added.kid] };
    await recordAudit(ctx, tx, { kind: 'app', id, name, after });
  });
  return added;
}
