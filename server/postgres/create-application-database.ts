import postgres, { type Sql } from 'postgres';
import { APP_ROLE, type ClusterCredentials, clusterUrls, DATABASE, OWNER_ROLE } from './cluster-credentials';

/**
 * Makes the two roles and the database, or gives existing ones today's passwords. The right to connect
 * comes last: with it, a newcomer knows that everything else is in place.
 */
export async function createApplicationDatabase(
  superSql: Sql,
  credentials: ClusterCredentials,
): Promise<void> {
  await createRoles(superSql, credentials);
  const [existing] = await superSql`select from pg_database where datname = ${DATABASE}`;
  if (!existing) {
    await superSql.unsafe(`create database ${DATABASE} owner ${OWNER_ROLE}`);
    await superSql.unsafe(`revoke all on database ${DATABASE} from public`);
  }
  const inside = postgres(clusterUrls(credentials).ownerUrl, { max: 1, onnotice: () => {} });
  try {
    await inside.unsafe(`grant usage on schema public to ${APP_ROLE}`);
    await inside.unsafe(`grant connect on database ${DATABASE} to ${APP_ROLE}`);
  } finally {
    await inside.end();
  }
}

/** Passwords are hexadecimal, so they may stand in a statement. */
export async function createRoles(
  superSql: Sql,
  passwords: Pick<ClusterCredentials, 'ownerPassword' | 'appPassword'>,
): Promise<void> {
  const roles = [
    [OWNER_ROLE, passwords.ownerPassword],
    [APP_ROLE, passwords.appPassword],
  ] as const;
  for (const [role, password] of roles) {
    const [existing] = await superSql`select from pg_roles where rolname = ${role}`;
    const verb = existing ? 'alter' : 'create';
    await superSql.unsafe(
      `${verb} role ${role} login nosuperuser nocreatedb nocreaterole nobypassrls password '${password}'`,
    );
  }
}
