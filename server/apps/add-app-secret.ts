import { createPublicKey, type KeyObject, randomBytes } from 'node:crypto';
import { uuidv7 } from '@beseda/shared/domain/uuid';
import type { AddedAppSecret } from '@beseda/shared/protocol/admin';
import { type AdminContext, changeAsAdmin } from '../audit/change-as-admin';
import { recordAudit } from '../audit/record-audit';
import { nowIso } from '../context/context';
import { Refusal } from '../context/refusal';
import { newSecret } from '../sessions/hash-secret';
import type { AppSecret } from './find-app';
import { lockAppSecrets } from './lock-app-secrets';

/**
 * A further secret beside the active ones: a new shared one, or a public key in PEM (P-256 or Ed25519), which settles
 * the algorithm. Refuses with `unknown_app`, `invalid_input`.
 */
export async function addAppSecret(
  ctx: AdminContext,
  input: { app: string; publicKey?: string },
): Promise<AddedAppSecret> {
  const kid = newKid();
  const made: Omit<AppSecret, 'kid'> =
    input.publicKey === undefined
      ? { algorithm: 'HS256', material: newSecret() }
      : readPublicKey(input.publicKey);
  const { algorithm, material } = made;
  await changeAsAdmin(ctx, async (tx) => {
    const app = await lockAppSecrets(tx, input.app);
    if (!app) throw new Refusal('unknown_app', `There is no app «${input.app}».`, { field: 'app' });
    await tx.sql`
      insert into app_secrets (id, app_id, kid, algorithm, material, created_at)
      values (${uuidv7(ctx.now())}, ${app.id}, ${kid}, ${algorithm}, ${material}, ${nowIso(ctx)})`;
    const kids = app.secrets.map((secret) => secret.kid);
    await recordAudit(ctx, tx, {
      kind: 'app',
      id: app.id,
      name: app.name,
      before: { secrets: kids },
      after: { secrets: [...kids, kid] },
    });
  });
  return { key: input.app, kid, algorithm, ...(algorithm === 'HS256' ? { secret: material } : {}) };
}

export function newKid(): string {
  return `k_${randomBytes(4).toString('hex')}`;
}

function readPublicKey(pem: string): Omit<AppSecret, 'kid'> {
  const key = parsePublicKey(pem);
  const algorithm = algorithmOf(key);
  if (!algorithm) throw refuseKey('takes a P-256 key (ES256) or an Ed25519 key (EdDSA)');
  return { algorithm, material: key.export({ type: 'spki', format: 'pem' }).toString() };
}

function parsePublicKey(pem: string): KeyObject {
  if (/PRIVATE KEY/.test(pem)) throw refuseKey('is a private key: keep it, and give its public half');
  try {
    return createPublicKey(pem);
  } catch {
    throw refuseKey('is not a public key in PEM');
  }
}

function algorithmOf(key: KeyObject): 'ES256' | 'EdDSA' | null {
  if (key.asymmetricKeyType === 'ed25519') return 'EdDSA';
  const isP256 = key.asymmetricKeyType === 'ec' && key.asymmetricKeyDetails?.namedCurve === 'prime256v1';
  return isP256 ? 'ES256' : null;
}

function refuseKey(reason: string): Refusal {
  return new Refusal('invalid_input', `The public key ${reason}.`, { field: 'publicKey' });
}
