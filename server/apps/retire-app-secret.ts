import { nowIso, type Services } from '../context/context';
import { Refusal } from '../context/refusal';
import { SYSTEM } from '../db/actor';

/**
 * Tokens of this secret are refused from now on; sessions that were opened with it live on until they end. The last
 * active secret stays: without it nobody could sign in. Refuses with `not_found`, `invalid_input`.
 */
export async function retireAppSecret(
  services: Pick<Services, 'database' | 'now'>,
  input: { app: string; kid: string },
): Promise<void> {
  await services.database.inTransaction(SYSTEM, async ({ sql }) => {
    const active = await sql<{ id: string; kid: string }[]>`
      select s.id, s.kid from app_secrets s join apps a on a.id = s.app_id
      where a.key = ${input.app} and s.retired_at is null for update of a`;
    const secret = active.find(({ kid }) => kid === input.kid);
    if (!secret) {
      throw new Refusal('not_found', `App «${input.app}» has no active secret «${input.kid}».`, {
        field: 'kid',
      });
    }
    if (active.length === 1) {
      throw new Refusal(
        'invalid_input',
        'This is the only active secret of the app: add another one first.',
        {
          field: 'kid',
        },
      );
    }
    await sql`update app_secrets set retired_at = ${nowIso(services)} where id = ${secret.id}`;
  });
}
