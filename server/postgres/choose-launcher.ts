import { chmod, readFile } from 'node:fs/promises';
import type { ClusterPaths } from './cluster-paths';
import { DatabaseError } from './database-error';
import { noEmbeddedPostgres, type PostgresBinaries } from './find-binaries';
import { programEnvironment, runProgram } from './run-program';

/** How to start a process under a user that PostgreSQL accepts. */
export interface Launcher {
  readonly name: 'direct' | 'unshare' | 'setpriv' | 'uid';
  readonly prefix: readonly string[];
  /** Whom the cluster's files must belong to, seen from here; null where users do not matter (Windows). */
  readonly files: { readonly uid: number; readonly gid: number } | null;
  /** The identity that Node gives to the child itself, where no program can. */
  readonly identity: { readonly uid: number; readonly gid: number } | null;
  /** Whether `setpriv --pdeathsig` works here: the child goes down when this process is killed. */
  readonly followsParent: boolean;
}

type LauncherPlan = Omit<Launcher, 'followsParent'>;

const NOBODY = 65_534;

/**
 * Tries the ways to run PostgreSQL here and takes the first that really works: the program runs, not as
 * root, under a user with a name (initdb wants one), and can enter the data directory.
 */
export async function chooseLauncher(binaries: PostgresBinaries, paths: ClusterPaths): Promise<Launcher> {
  const env = programEnvironment(binaries.libraries);
  const version = await runProgram([binaries.postgres, '--version'], { env });
  if (version.code !== 0) throw noEmbeddedPostgres(await describeSystem(), new Error(version.output));
  for (const plan of await planLaunchers()) {
    if (plan.name === 'uid') await chmod(paths.dataDir, 0o711);
    for (const followsParent of process.platform === 'linux' ? [true, false] : [false]) {
      const launcher = { ...plan, followsParent };
      if (await works(launcher, binaries, paths)) return launcher;
    }
  }
  const uid = process.getuid?.();
  const reason =
    uid === 0
      ? 'PostgreSQL refuses to run as root, and this system gives no other way'
      : `PostgreSQL cannot run as user ${uid}, who has no entry in /etc/passwd`;
  throw new DatabaseError('no_unprivileged_user', `${reason}: start as an ordinary user or set DATABASE_URL`);
}

/** The command line that runs `command` through the launcher; `signal` reaches it when this process dies. */
export function launch(
  launcher: Launcher,
  command: readonly string[],
  signal: 'SIGINT' | 'SIGKILL',
): string[] {
  const follow = launcher.followsParent ? ['setpriv', '--pdeathsig', signal, '--'] : [];
  return [...launcher.prefix, ...follow, ...command];
}

async function works(launcher: Launcher, binaries: PostgresBinaries, paths: ClusterPaths): Promise<boolean> {
  if (process.platform === 'win32') return true;
  const probe = '"$0" --version && test "$(id -u)" -ne 0 && id -un && cd "$1"';
  const command = launch(launcher, ['sh', '-c', probe, binaries.postgres, paths.dataDir], 'SIGKILL');
  const env = programEnvironment(binaries.libraries);
  return (await runProgram(command, { env, ...launcher.identity })).code === 0;
}

async function planLaunchers(): Promise<LauncherPlan[]> {
  const uid = process.getuid?.();
  const gid = process.getgid?.();
  if (uid === undefined || gid === undefined) {
    return [{ name: 'direct', prefix: [], files: null, identity: null }];
  }
  const user = await findUnprivilegedUser();
  const unshare: LauncherPlan = {
    name: 'unshare',
    prefix: ['unshare', '--user', `--map-user=${user.uid}`, `--map-group=${user.gid}`, '--'],
    files: { uid, gid },
    identity: null,
  };
  if (uid !== 0) return [{ name: 'direct', prefix: [], files: { uid, gid }, identity: null }, unshare];
  const setpriv = [
    'setpriv',
    `--reuid=${user.uid}`,
    `--regid=${user.gid}`,
    '--clear-groups',
    '--inh-caps=+dac_override',
    '--ambient-caps=+dac_override',
    '--securebits=+no_setuid_fixup',
    '--',
  ];
  return [
    unshare,
    { name: 'setpriv', prefix: setpriv, files: user, identity: null },
    { name: 'uid', prefix: [], files: user, identity: user },
  ];
}

/** The user 65534 when it has a name, else `nobody` or `postgres`. */
async function findUnprivilegedUser(): Promise<{ uid: number; gid: number }> {
  const lines = (await readFile('/etc/passwd', 'utf8').catch(() => '')).split('\n');
  const users = lines.map((line) => line.split(':'));
  const isUser = (name: string) => (fields: string[]) => fields[0] === name;
  const found =
    users.find((fields) => fields[2] === String(NOBODY)) ??
    users.find(isUser('nobody')) ??
    users.find(isUser('postgres'));
  return { uid: Number(found?.[2] ?? NOBODY), gid: Number(found?.[3] ?? NOBODY) };
}

async function describeSystem(): Promise<string> {
  const system = `${process.platform} ${process.arch}`;
  if (process.platform !== 'linux') return system;
  const linker = await runProgram(['ldd', '--version']);
  return /musl/i.test(linker.output) ? `${system}, musl` : `${system}, its libraries do not fit`;
}
