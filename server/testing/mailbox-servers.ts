import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import hoodiecrow from 'hoodiecrow-imap';
import { findFreePort } from './server-process';

/** A real IMAP server with one mailbox. */
export interface MailboxServer {
  port: number;
  /** In the URL. */
  user: string;
  password: string;
  deliver(raw: string, folder?: string): Promise<void>;
  /** Raw mails of a folder in their order, and the flags of each. */
  read(folder: string): Promise<{ raw: string; flags: string[] }[]>;
  close(): Promise<void>;
}

/** `idle`: whether it tells of new mail by itself. */
export async function startHoodiecrow({ idle = true } = {}): Promise<MailboxServer> {
  const server = hoodiecrow({
    plugins: ['ID', 'UNSELECT', ...(idle ? ['IDLE'] : [])],
    storage: { INBOX: { messages: [] } },
  });
  const sockets = new Set<Socket>();
  server.server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.server.address() as AddressInfo).port,
    user: 'testuser',
    password: 'testpass',
    deliver: async (raw, folder = 'INBOX') => server.appendMessage(folder, [], new Date(), raw),
    read: async (folder) =>
      (server.getMailbox(folder)?.messages ?? []).map(({ raw, flags = [] }) => ({ raw, flags })),
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(resolve));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

export const hasDovecot =
  existsSync('/usr/sbin/dovecot') && spawnSync('/usr/sbin/dovecot', ['--version']).status === 0;

/** Dovecot as the user who runs the tests, on a port of its own, with a Maildir. */
export async function startDovecot(): Promise<MailboxServer> {
  const base = await mkdtemp(join(tmpdir(), 'beseda-dovecot-'));
  await chmod(base, 0o755);
  const port = Number(await findFreePort());
  const config = join(base, 'dovecot.conf');
  await writeFile(config, dovecotConfig(base, port));
  await mkdir(join(base, 'mail', 'new'), { recursive: true });
  for (const folder of ['cur', 'tmp']) await mkdir(join(base, 'mail', folder), { recursive: true });
  if (userInfo().uid === 0) spawnSync('chown', ['-R', 'nobody:nogroup', join(base, 'mail')]);
  const child = spawn('/usr/sbin/dovecot', ['-F', '-c', config], { stdio: 'ignore' });
  await waitForPort(port);
  let count = 0;
  const folderOf = (folder: string) => join(base, 'mail', folder === 'INBOX' ? '' : `.${folder}`);
  return {
    port,
    user: 'support',
    password: 'secret',
    deliver: async (raw, folder = 'INBOX') => {
      const name = `${Date.now()}.${count++}.test`;
      await writeFile(join(folderOf(folder), 'tmp', name), raw, { mode: 0o666 });
      await chmod(join(folderOf(folder), 'tmp', name), 0o666);
      spawnSync('mv', [join(folderOf(folder), 'tmp', name), join(folderOf(folder), 'new', name)]);
    },
    read: async (folder) => {
      const found: { raw: string; flags: string[] }[] = [];
      for (const part of ['new', 'cur']) {
        const names = await readdir(join(folderOf(folder), part)).catch(() => []);
        for (const name of names) {
          const raw = await readFile(join(folderOf(folder), part, name), 'utf8');
          found.push({ raw, flags: flagsOf(name) });
        }
      }
      return found;
    },
    close: async () => {
      const exited = once(child, 'exit');
      child.kill('SIGTERM');
      await exited;
      await rm(base, { recursive: true, force: true });
    },
  };
}

function flagsOf(name: string): string[] {
  const letters = /:2,([A-Z]*)$/.exec(name)?.[1] ?? '';
  return [...letters].map((letter) => ({ S: '\\Seen', F: '\\Flagged', T: '\\Deleted' })[letter] ?? letter);
}

function dovecotConfig(base: string, port: number): string {
  const { username, uid } = userInfo();
  const runner = uid === 0 ? 'nobody' : username;
  const group = uid === 0 ? 'nogroup' : spawnSync('id', ['-gn'], { encoding: 'utf8' }).stdout.trim();
  return `
base_dir = ${base}/run
state_dir = ${base}/run
log_path = ${base}/log
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
default_login_user = ${runner}
default_internal_user = ${runner}
default_internal_group = ${group}
first_valid_uid = 1
mail_uid = ${runner}
mail_gid = ${group}
mail_location = maildir:${base}/mail
passdb {
  driver = static
  args = password=secret
}
userdb {
  driver = static
  args = uid=${runner} gid=${group} home=${base}
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
service anvil {
  chroot =
}
`;
}

async function waitForPort(port: number): Promise<void> {
  for (;;) {
    const socket = connect(port, '127.0.0.1');
    const opened = await Promise.race([
      once(socket, 'connect').then(() => true),
      once(socket, 'error').then(() => false),
    ]).catch(() => false);
    socket.destroy();
    if (opened) return;
    await new Promise((resolve) => {
      setTimeout(resolve, 50);
    });
  }
}

/** Stands between a client and a server, and can cut the connections or hold back what is about to be said. */
export interface Wire {
  port: number;
  /** Breaks every connection; new ones are let through. */
  cut(): void;
  /** Resolves when a client says this: it is not passed on. */
  holdBack(words: string): Promise<void>;
  /** Breaks every new connection at once. */
  refusing: boolean;
  /** How many connections there have been. */
  readonly connections: number;
  close(): Promise<void>;
}

export async function stretchWire(to: number): Promise<Wire> {
  const pairs = new Set<Socket>();
  let connections = 0;
  let held: { words: string; reached: () => void } | null = null;
  const server = createServer((client) => {
    connections++;
    if (wire.refusing) return void client.destroy();
    const upstream = connect(to, '127.0.0.1');
    for (const socket of [client, upstream]) {
      pairs.add(socket);
      socket.on('error', () => {});
    }
    client.on('close', () => upstream.destroy());
    upstream.on('close', () => client.destroy());
    upstream.pipe(client);
    let silent = false;
    client.on('data', (data: Buffer) => {
      if (held && data.includes(held.words)) {
        silent = true;
        held.reached();
        held = null;
      }
      if (!silent) upstream.write(data);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const cut = () => {
    for (const socket of pairs) socket.destroy();
    pairs.clear();
  };
  const wire: Wire = {
    port: (server.address() as AddressInfo).port,
    refusing: false,
    cut,
    holdBack: (words) =>
      new Promise((resolve) => {
        held = { words, reached: resolve };
      }),
    get connections() {
      return connections;
    },
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      cut();
      await closed;
    },
  };
  return wire;
}
