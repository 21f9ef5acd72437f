import { agentAdd } from './agent-add';
import { agentLink } from './agent-link';
import { appAdd } from './app-add';
import { appList } from './app-list';
import { appSecretAdd } from './app-secret-add';
import { appSecretRetire } from './app-secret-retire';
import { calendarImport } from './calendar-import';
import { callsSecret } from './calls-secret';
import type { Command } from './command';
import { companyImport } from './company-import';
import { kbExport } from './kb-export';
import { kbImport } from './kb-import';
import { migrateDatabase } from './migrate';
import { personImport } from './person-import';
import { settingsGet } from './settings-get';
import { settingsSet } from './settings-set';
import { tokenCreate } from './token-create';

export const COMMANDS: readonly Command[] = [
  migrateDatabase,
  kbImport,
  kbExport,
  appAdd,
  appSecretAdd,
  appSecretRetire,
  appList,
  agentAdd,
  agentLink,
  tokenCreate,
  companyImport,
  personImport,
  calendarImport,
  settingsGet,
  settingsSet,
  callsSecret,
];

export function describeCommands(): string {
  const lines = COMMANDS.map(({ name, takes, does }) => `  ${`${name} ${takes}`.trim()}\n      ${does}`);
  return ['npm run beseda -- COMMAND', '', ...lines, '  help\n      this list'].join('\n');
}
