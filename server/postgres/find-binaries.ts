import { existsSync } from 'node:fs';
import { readFile, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { DatabaseError } from './database-error';

export interface PostgresBinaries {
  readonly postgres: string;
  readonly initdb: string;
  readonly pgCtl: string;
  /** The folder of the libraries that came with them. */
  readonly libraries: string;
}

const PACKAGE_PLATFORM: Record<string, string> = { win32: 'windows' };

/** The programs of the platform's package. Throws `no_embedded_postgres` where there is none. */
export async function findBinaries(): Promise<PostgresBinaries> {
  const target = `${PACKAGE_PLATFORM[process.platform] ?? process.platform}-${process.arch}`;
  let packageRoot: string;
  try {
    packageRoot = dirname(dirname(createRequire(import.meta.url).resolve(`@embedded-postgres/${target}`)));
  } catch (error) {
    throw noEmbeddedPostgres(`${process.platform} ${process.arch}`, error);
  }
  await restoreLibraryLinks(packageRoot);
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const program = (name: string) => join(packageRoot, 'native', 'bin', name + suffix);
  return {
    postgres: program('postgres'),
    initdb: program('initdb'),
    pgCtl: program('pg_ctl'),
    libraries: join(packageRoot, 'native', 'lib'),
  };
}

export function noEmbeddedPostgres(system: string, cause?: unknown): DatabaseError {
  return new DatabaseError(
    'no_embedded_postgres',
    `There is no embedded PostgreSQL for this system (${system}): set DATABASE_URL and DATABASE_OWNER_URL to a PostgreSQL 15 or later`,
    { cause },
  );
}

/** npm packages carry no symbolic links; where install scripts are forbidden, nobody has made them yet. */
async function restoreLibraryLinks(packageRoot: string): Promise<void> {
  const list = join(packageRoot, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(await readFile(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const path = join(packageRoot, target);
    if (existsSync(path)) continue;
    await symlink(basename(source), path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  }
}
