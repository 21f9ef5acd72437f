import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { buildClusterProgram, type ClusterProgram } from '../testing/spawn-cluster';
import { isAlive } from './cluster-owner';
import {
  connectToEmbeddedPostgres,
  startEmbeddedPostgres,
  useEmbeddedPostgres,
} from './start-embedded-postgres';

// Every test makes a database of its own, flushed to the disk.
vi.setConfig({ testTimeout: 180_000 });

let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'beseda-cluster-'));
});
afterEach(() => rm(dataDir, { recursive: true, force: true }));

const postmasterPid = async () =>
  Number((await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[0]);

async function query(url: string, statement: string): Promise<readonly Record<string, unknown>[]> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  return sql.unsafe(statement).finally(() => sql.end());
}

describe('one process', () => {
  it('keeps data and URLs over a stop and a start', async () => {
    const first = await startEmbeddedPostgres({ dataDir });
    await query(first.ownerUrl, 'create table kept as select 42 as answer');
    await first.stop();
    const second = await startEmbeddedPostgres({ dataDir });
    expect(second.ownerUrl).toBe(first.ownerUrl);
    expect(await query(second.ownerUrl, 'select answer from kept')).toEqual([{ answer: 42 }]);
    await second.stop();
  });

  it('flushes commits and compares Russian words', async () => {
    const cluster = await startEmbeddedPostgres({ dataDir });
    const settings = `select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit`;
    expect(await query(cluster.appUrl, settings)).toEqual([{ fsync: 'on', commit: 'on' }]);
    await query(cluster.ownerUrl, 'create extension pg_trgm');
    const [row] = await query(cluster.ownerUrl, `select similarity('заказ', 'заказы') as value`);
    expect(row?.['value']).toBeGreaterThan(0.5);
    await cluster.stop();
  });

  it('refuses a second server, also when both start a new directory at once', async () => {
    const results = await Promise.allSettled([1, 2].map(() => startEmbeddedPostgres({ dataDir })));
    const started = results.filter((result) => result.status === 'fulfilled');
    const refused = results.filter((result) => result.status === 'rejected');
    expect(started).toHaveLength(1);
    expect(refused.map((result) => (result.reason as { code: string }).code)).toEqual(['data_dir_in_use']);
    await Promise.all(started.map((result) => result.value.stop()));
  });

  it('lets a command join the server and leaves PostgreSQL running when the command ends', async () => {
    expect(await connectToEmbeddedPostgres(dataDir)).toBeNull();
    const server = await startEmbeddedPostgres({ dataDir });
    const command = await useEmbeddedPostgres({ dataDir });
    expect(command).toMatchObject({ startedByUs: false, ownerUrl: server.ownerUrl });
    await command.stop();
    await query(server.appUrl, 'select 1');
    await server.stop();
  });

  it('makes a command that ends wait for another that joined it, and the server for both', async () => {
    const owner = await useEmbeddedPostgres({ dataDir });
    const guest = await useEmbeddedPostgres({ dataDir });
    const server = startEmbeddedPostgres({ dataDir });
    const stopped = owner.stop();
    await query(guest.appUrl, 'select 1');
    await guest.stop();
    await stopped;
    expect(await server).toMatchObject({ startedByUs: true });
    await (await server).stop();
  });

  it('serves many commands at once, each as the owner or as a guest', async () => {
    const use = async () => {
      const cluster = await useEmbeddedPostgres({ dataDir, durable: false });
      await query(cluster.ownerUrl, 'select 1');
      await cluster.stop();
    };
    await use();
    for (let round = 0; round < 5; round++) await Promise.all(Array.from({ length: 6 }, use));
  });

  it('starts over the pid file of a dead PostgreSQL whose number a stranger has now, in a folder with loose rights', async () => {
    await (await startEmbeddedPostgres({ dataDir })).stop();
    const stale = [process.pid, dataDir, 1, 9, '', '127.0.0.1', '1 1', 'ready', ''].join('\n');
    await writeFile(join(dataDir, 'postgres', 'postmaster.pid'), stale);
    await chmod(join(dataDir, 'postgres'), 0o755);
    await (await startEmbeddedPostgres({ dataDir })).stop();
  });

  it('moves to another port when its own is taken, and makes new passwords when they are lost', async () => {
    const first = await startEmbeddedPostgres({ dataDir });
    await first.stop();
    const stranger = createServer().listen(Number(new URL(first.appUrl).port), '127.0.0.1');
    await once(stranger, 'listening');
    const second = await startEmbeddedPostgres({ dataDir });
    expect(new URL(second.appUrl).port).not.toBe(new URL(first.appUrl).port);
    await second.stop();
    stranger.close();
    await rm(join(dataDir, 'postgres.json'));
    const third = await startEmbeddedPostgres({ dataDir });
    await query(third.appUrl, 'select 1');
    await third.stop();
  });

  it('names a path that is no directory', async () => {
    const file = join(dataDir, 'file');
    await writeFile(file, '');
    await expect(startEmbeddedPostgres({ dataDir: file })).rejects.toMatchObject({ code: 'data_dir_denied' });
  });

  it.runIf(process.platform === 'linux')('names a place where nothing can be made', async () => {
    const failed = startEmbeddedPostgres({ dataDir: '/proc/nowhere/data' });
    await expect(failed).rejects.toMatchObject({
      code: 'data_dir_denied',
      message: expect.stringContaining('DATA_DIR /proc/nowhere/data'),
    });
  });

  it('starts PostgreSQL again when it is killed', async () => {
    const lines: string[] = [];
    const cluster = await startEmbeddedPostgres({ dataDir, report: (line) => lines.push(line) });
    const before = await postmasterPid();
    process.kill(before, 'SIGKILL');
    await expect.poll(() => postmasterPid().catch(() => before), { timeout: 20_000 }).not.toBe(before);
    await expect
      .poll(() => query(cluster.appUrl, 'select 1 as up').catch(String), { timeout: 20_000 })
      .toEqual([{ up: 1 }]);
    expect(lines).toContain('PostgreSQL ended unexpectedly; starting it again');
    await cluster.stop();
  });
});

describe.runIf(process.platform === 'linux')('processes that are killed', () => {
  let program: ClusterProgram;
  beforeAll(async () => {
    program = await buildClusterProgram();
  });
  afterAll(() => program.remove());

  const kill = async (child: ChildProcess) => {
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  };

  it('takes PostgreSQL down with a killed owner, loses no commit, and starts again at once', async () => {
    const { child, answer } = await program.spawn('server', dataDir);
    await query(answer.ownerUrl ?? '', 'create table kept as select 42 as answer');
    const postmaster = await postmasterPid();
    await kill(child);
    await expect.poll(() => isAlive(postmaster), { timeout: 20_000 }).toBe(false);
    const next = await startEmbeddedPostgres({ dataDir });
    expect(await query(next.ownerUrl, 'select answer from kept')).toEqual([{ answer: 42 }]);
    await next.stop();
  });

  it('takes PostgreSQL down with a killed owner where setpriv is missing', async () => {
    const programs = join(dataDir, 'programs');
    await mkdir(programs);
    for (const name of ['sh', 'cat', 'id', 'flock', 'unshare']) {
      const folder = ['/usr/bin', '/bin'].find((path) => existsSync(join(path, name)));
      if (folder) await symlink(join(folder, name), join(programs, name));
    }
    const { child } = await program.spawn('server', dataDir, { PATH: programs });
    const postmaster = await postmasterPid();
    await kill(child);
    await expect.poll(() => isAlive(postmaster), { timeout: 20_000 }).toBe(false);
  });

  it('starts again when PostgreSQL and its owner are killed together', async () => {
    const { child } = await program.spawn('server', dataDir);
    process.kill(await postmasterPid(), 'SIGKILL');
    await kill(child);
    await (await startEmbeddedPostgres({ dataDir })).stop();
  });

  it('refuses a second server process', async () => {
    const first = await program.spawn('server', dataDir);
    const second = await program.spawn('server', dataDir);
    expect(second.answer).toEqual({ code: 'data_dir_in_use' });
    await kill(first.child);
  });

  it.runIf(process.getuid?.() === 0)(
    'lets root use one directory with and without user namespaces',
    async () => {
      const fakes = join(dataDir, 'fakes');
      await (await startEmbeddedPostgres({ dataDir })).stop();
      await mkdir(fakes);
      await writeFile(join(fakes, 'unshare'), '#!/bin/sh\nexit 1\n');
      await chmod(join(fakes, 'unshare'), 0o755);
      const { child, answer } = await program.spawn('server', dataDir, {
        PATH: `${fakes}:${process.env['PATH']}`,
      });
      expect(answer).toMatchObject({ startedByUs: true });
      const status = await readFile(`/proc/${await postmasterPid()}/status`, 'utf8');
      expect(status).toMatch(/^Uid:\s+65534\s/m);
      await kill(child);
      await (await startEmbeddedPostgres({ dataDir })).stop();
    },
  );
});
