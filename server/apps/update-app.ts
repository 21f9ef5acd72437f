import { type AppTheme, completeTheme } from '@beseda/shared/domain/app-theme';
import type { AppCard } from '@beseda/shared/protocol/admin';
import { changeAsAdmin } from '../audit/change-as-admin';
import { readLine, readLineOrNull } from '../audit/read-line';
import { recordAudit } from '../audit/record-audit';
import { nowIso, type Services } from '../context/context';
import { notFound } from '../context/refusal';
import type { Transaction } from '../db/connect';
import { toJson } from '../db/to-json';
import { endSessions } from '../sessions/end-sessions';
import { type AppContext, loadApp } from './read-app';
import { readOrigins } from './read-origin';

/** What is left out stays as it is; within the theme too. */
export interface AppPatch {
  name?: string;
  origins?: readonly string[];
  trustedClaims?: boolean;
  disabled?: boolean;
  theme?: Partial<Omit<AppTheme, 'launcher'>> & { launcher?: Partial<AppTheme['launcher']> };
}

interface Stored {
  id: string;
  name: string;
  origins: string[];
  trustedClaims: boolean;
  disabled: boolean;
  theme: AppTheme;
}

const LONGEST_LAUNCHER = 40;

/**
 * Changes an app. Disabling it ends the sessions that were opened through it in the same transaction; their sockets are
 * closed at once. Refuses with `not_found`, `invalid_input`.
 */
export async function updateApp(
  ctx: AppContext & Pick<Services, 'bus'>,
  key: string,
  patch: AppPatch,
): Promise<AppCard> {
  const name = patch.name === undefined ? null : readLine(patch.name, 'name', 100);
  const origins = patch.origins === undefined ? null : readOrigins(patch.origins);
  const { card, ended } = await changeAsAdmin(ctx, async (tx) => {
    const before = await lockApp(tx, key);
    const after: Stored = {
      id: before.id,
      name: name ?? before.name,
      origins: origins ?? before.origins,
      trustedClaims: patch.trustedClaims ?? before.trustedClaims,
      disabled: patch.disabled ?? before.disabled,
      theme: changeTheme(before.theme, patch.theme ?? {}),
    };
    const at = nowIso(ctx);
    await tx.sql`
      update apps set name = ${after.name}, origins = ${after.origins}, trusted_claims = ${after.trustedClaims},
        theme = ${toJson(after.theme)}::jsonb,
        disabled_at = ${after.disabled ? tx.sql`coalesce(disabled_at, ${at})` : null}
      where id = ${before.id}`;
    const ended = after.disabled && !before.disabled ? await endSessions(tx, { appId: before.id }, at) : [];
    await recordAudit(ctx, tx, {
      kind: 'app',
      id: before.id,
      name: after.name,
      before: fieldsOf(before),
      after: fieldsOf(after),
    });
    return { card: await loadApp(ctx, tx, key), ended };
  });
  for (const session of ended) ctx.bus.sessionEnded(session);
  return card;
}

async function lockApp({ sql }: Transaction, key: string): Promise<Stored> {
  const [row] = await sql<(Omit<Stored, 'theme'> & { theme: Partial<AppTheme> })[]>`
    select id, name, origins, trusted_claims as "trustedClaims", disabled_at is not null as disabled, theme
    from apps where key = ${key} for update`;
  if (!row) throw notFound();
  return { ...row, theme: completeTheme(row.theme) };
}

function changeTheme(before: AppTheme, { launcher, ...patch }: NonNullable<AppPatch['theme']>): AppTheme {
  const said = { ...before.launcher, ...launcher };
  return {
    ...before,
    ...patch,
    accent: (patch.accent ?? before.accent).toLowerCase(),
    launcher: {
      ru: readLineOrNull(said.ru, 'theme.launcher.ru', LONGEST_LAUNCHER),
      en: readLineOrNull(said.en, 'theme.launcher.en', LONGEST_LAUNCHER),
    },
  };
}

/** What the history names. */
function fieldsOf({ name, origins, trustedClaims, disabled, theme: { launcher, ...look } }: Stored): object {
  const words = { launcherRu: launcher.ru, launcherEn: launcher.en };
  return { name, origins, trustedClaims, disabled, ...look, ...words };
}
