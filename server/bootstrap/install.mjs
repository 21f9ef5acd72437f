import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, join } from 'node:path';
import { clearStamp, hasStamp, setStamp } from './keep-stamps.mjs';
import { ROOT, STAMPS } from './read-workspace.mjs';
import { lastLines, runChild } from './run-child.mjs';
import { BootstrapError } from './run-entry.mjs';

const PNPM = 'pnpm@10.34.8';
const FAILURE_LINES = 60;

export function isInstalled() {
  return hasStamp('install', hashInstall()) && existsSync(join(ROOT, 'node_modules/.modules.yaml'));
}

/** Installs what the lockfile says, when that is not what is installed. */
export async function install(progress) {
  if (isInstalled()) return;
  clearStamp('install');
  const hash = hashInstall();
  const pnpm = ['exec', '--yes', '--prefer-offline', `--package=${PNPM}`, '--', 'pnpm'];
  const flags = ['install', '--frozen-lockfile', '--prefer-offline', '--reporter=append-only'];
  await progress.run('Installing packages', async () => {
    const { code, output } = await runChild([...npm(), ...pnpm, ...flags], {
      cwd: ROOT,
      env: installEnvironment(),
    });
    if (code === 0) return;
    throw new BootstrapError(
      `${lastLines(output, FAILURE_LINES)}\nThe packages could not be installed (code ${code}).`,
    );
  });
  setStamp('install', hash);
}

function hashInstall() {
  const hash = createHash('sha256');
  for (const file of ['pnpm-lock.yaml', 'pnpm-workspace.yaml']) hash.update(readFileSync(join(ROOT, file)));
  return hash.update(`${process.platform} ${process.arch} ${process.versions.modules}`).digest('hex');
}

/** The npm that runs us, else the one in PATH. */
function npm() {
  const own = process.env.npm_execpath ?? '';
  return basename(own) === 'npm-cli.js' ? [process.execPath, own] : ['npm'];
}

function installEnvironment() {
  // Without a terminal pnpm asks nothing only when it is told that it runs unattended.
  const env = { ...process.env, CI: 'true' };
  const home = findHome();
  if (
    home &&
    [
      home,
      ...['.npm', '.npm/_cacache', '.local/share/pnpm', '.cache/pnpm'].map((path) => join(home, path)),
    ].every(isUsable)
  ) {
    return env;
  }
  const substitute = join(STAMPS, 'home');
  mkdirSync(substitute, { recursive: true });
  for (const name of ['XDG_DATA_HOME', 'XDG_CACHE_HOME', 'XDG_STATE_HOME', 'XDG_CONFIG_HOME', 'PNPM_HOME'])
    delete env[name];
  const userConfig = home && join(home, '.npmrc');
  if (userConfig && isReadable(userConfig)) env.npm_config_userconfig ??= userConfig;
  return { ...env, HOME: substitute, npm_config_cache: join(substitute, 'npm-cache') };
}

function findHome() {
  try {
    return process.env.HOME || homedir();
  } catch {
    return null;
  }
}

/** The home itself must be there; what is not there yet inside it can be made. */
function isUsable(path, index) {
  if (index > 0 && !existsSync(path)) return true;
  return can(path, constants.R_OK | constants.W_OK | constants.X_OK);
}

function isReadable(path) {
  return can(path, constants.R_OK);
}

function can(path, mode) {
  try {
    accessSync(path, mode);
    return true;
  } catch {
    return false;
  }
}
