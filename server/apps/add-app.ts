import { randomBytes } from 'node:crypto';
import { uuidv7 } from '@beseda/shared/domain/uuid';
import { nowIso, type Services } from '../context/context';
import { Refusal } from '../context/refusal';
import { SYSTEM } from '../db/actor';
import { newSecret } from '../sessions/hash-secret';
import { newKid } from './add-app-secret';
import { readOrigin } from './read-origin';

/** What the product team needs: the public key for the snippet, the secret and its id for the token. */
export interface AddedApp {
  key: string;
  secret: string;
  kid: string;
}

const NAME_LENGTH = 100;

/** Makes an embedding site with its first HS256 secret. Refuses with `invalid_input`. */
export async function addApp(
  services: Pick<Services, 'database' | 'now'>,
  input: { name: string; origins: readonly string[] },
): Promise<AddedApp> {
  const name = input.name.replace(/\p{Cc}+/gu, ' ').trim();
  if (name === '' || name.length > NAME_LENGTH) {
    throw new Refusal('invalid_input', `A name has 1 to ${NAME_LENGTH} characters.`, { field: 'name' });
  }
  const origins = [...new Set(input.origins.map(readOrigin))];
  if (origins.length === 0) {
    throw new Refusal('invalid_input', 'An app needs at least one origin.', { field: 'origins' });
  }
  const added = { key: randomBytes(8).toString('hex'), secret: newSecret(), kid: newKid() };
  const at = nowIso(services);
  const id = uuidv7(services.now());
  await services.database.inTransaction(SYSTEM, async ({ sql }) => {
    await sql`
      insert into apps (id, key, name, origins, created_at) values (${id}, ${added.key}, ${name}, ${origins}, ${at})`;
    await sql`
      insert into app_secrets (id, app_id, kid, algorithm, material, created_at)
      values (${uuidv7(services.now())}, ${id}, ${added.kid}, 'HS256', ${added.secret}, ${at})`;
  });
  return added;
}
