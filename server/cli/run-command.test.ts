import { generateKeyPairSync } from 'node:crypto';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportJWK, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signInByLink } from '../agents/sign-in';
import { createAppDirectory } from '../apps/find-app';
import { startEmbeddedPostgres } from '../postgres/start-embedded-postgres';
import { findActorByApiToken } from '../sessions/find-actor';
import { verifyToken } from '../sessions/verify-token';
import type { TestDatabase } from '../testing/clone-database';
import { cloneTestDatabase } from '../testing/clone-test-database';
import { makeServices, type TestServices } from '../testing/make-services';
import { runCommand } from './run-command';

let clone: TestDatabase;
let services: TestServices;
let folder: string;

beforeAll(async () => {
  clone = await cloneTestDatabase();
  services = makeServices(clone.appUrl);
  folder = await mkdtemp(join(tmpdir(), 'beseda-cli-'));
});
afterAll(async () => {
  await services.database.close();
  await clone.drop();
  await rm(folder, { recursive: true, force: true });
});

interface Answer {
  code: number;
  out: string[];
  err: string[];
}

async function beseda(line: string | string[], env: Record<string, string> = {}): Promise<Answer> {
  const given = {
    DATABASE_URL: clone.appUrl,
    DATABASE_OWNER_URL: clone.ownerUrl,
    PUBLIC_URL: 'https://help.example',
  };
  const out: string[] = [];
  const err: string[] = [];
  const code = await runCommand(Array.isArray(line) ? line : line.split(' '), {
    env: { ...given, ...env },
    cwd: folder,
    out: (text) => out.push(text),
    err: (text) => err.push(text),
  });
  return { code, out, err };
}
const readJson = ({ out }: Answer) => JSON.parse(out[0] ?? '') as Record<string, string>;

describe('what was asked for wrongly', () => {
  it.each([
    ['', 'No command is given'],
    ['app frob', 'no command «app frob»'],
    ['app add --name X', '--origin is missing'],
    ['app add --name X --name Y --origin https://a.example', '--name is given twice'],
    ['agent add', '--email is missing'],
    ['agent add --email a@b.example --role boss', '--role takes agent or admin'],
    ['agent add --mail a@b.example', "Unknown option '--mail'"],
    ['kb import', 'DIR is missing'],
    ['kb import a b', '«b» is one argument too many'],
    ['settings set mail.from_name', 'VALUE is missing'],
    ['token create --name', 'argument missing'],
  ])('is explained in one line, with code 2: %s', async (line, reason) => {
    const { code, out, err } = await beseda(line === '' ? [] : line);
    expect({ code, out, lines: err.length }).toEqual({ code: 2, out: [], lines: 1 });
    expect(err[0]).toContain(reason);
    expect(err[0]).not.toContain('\n');
  });

  it('is code 1 when the words were right and the values were not', async () => {
    expect(await beseda('settings set mail.unseen_delay_seconds soon')).toEqual({
      code: 1,
      out: [],
      err: ['mail.unseen_delay_seconds takes whole seconds from 0 to 86400.'],
    });
    expect((await beseda('settings get nothing')).err[0]).toContain('mail.from_name');
    expect(await beseda('migrate', { PORT: 'x' })).toMatchObject({
      code: 1,
      err: [expect.stringMatching(/^PORT takes/)],
    });
    const away = 'postgres://beseda_app:x@127.0.0.1:1/beseda';
    expect(await beseda('migrate', { DATABASE_URL: away })).toMatchObject({
      code: 1,
      err: [expect.stringMatching(/^DATABASE_URL takes .*ECONNREFUSED/)],
    });
  });

  it('finds every command in the help', async () => {
    const { code, out } = await beseda('help');
    expect(code).toBe(0);
    for (const name of [
      'migrate',
      'kb import DIR',
      'app secret retire',
      'token create',
      'settings set KEY VALUE',
    ]) {
      expect(out[0]).toContain(name);
    }
  });
});

describe('apps', () => {
  const claims = { sub: '7', name: 'Ольга', role: 'staff', company: { id: '1', name: 'Вита' } };
  const sign = (secret: string, kid: string) =>
    new SignJWT(claims)
      .setProtectedHeader({ alg: 'HS256', kid })
      .setExpirationTime(new Date(services.now() + 60_000))
      .sign(new TextEncoder().encode(secret));

  async function findApp(key: string) {
    const app = await createAppDirectory(services.database, services.now).byKey(key);
    if (!app) throw new Error('no app');
    return app;
  }

  it('are made with a key and a secret whose tokens are taken', async () => {
    const answer = await beseda([
      ...'app add --name X --origin https://a.example'.split(' '),
      'http://localhost:3000',
    ]);
    expect(answer).toMatchObject({ code: 0, err: [] });
    const { key = '', secret = '', kid = '', ...rest } = readJson(answer);
    expect(rest).toEqual({});
    const app = await findApp(key);
    expect(app.origins).toEqual(['https://a.example', 'http://localhost:3000']);
    expect(await verifyToken(app, await sign(secret, kid), services.now())).toMatchObject({
      claims: { sub: '7' },
    });
  });

  it('rotate their secrets: two at once, then only the new one, never none', async () => {
    const first = readJson(await beseda('app add --name X --origin https://a.example'));
    const { key = '' } = first;
    const second = readJson(await beseda(`app secret add --app ${key}`));
    expect(second).toMatchObject({ key, algorithm: 'HS256' });
    for (const { secret = '', kid = '' } of [first, second]) {
      await expect(
        verifyToken(await findApp(key), await sign(secret, kid), services.now()),
      ).resolves.toBeTruthy();
    }
    expect(await beseda(`app secret retire --app ${key} --kid ${first.kid}`)).toMatchObject({
      code: 0,
      out: [],
    });
    const former = await sign(first.secret ?? '', first.kid ?? '');
    await expect(verifyToken(await findApp(key), former, services.now())).rejects.toMatchObject({
      code: 'token_signature',
    });
    const last = await beseda(`app secret retire --app ${key} --kid ${second.kid}`);
    expect(last).toMatchObject({ code: 1, err: [expect.stringContaining('only active secret')] });
  });

  it('take public keys, which settle the algorithm, and no private ones', async () => {
    const { key } = readJson(await beseda('app add --name X --origin https://a.example'));
    const pair = generateKeyPairSync('ed25519');
    await writeFile(join(folder, 'public.pem'), pair.publicKey.export({ type: 'spki', format: 'pem' }));
    await writeFile(join(folder, 'private.pem'), pair.privateKey.export({ type: 'pkcs8', format: 'pem' }));
    const added = readJson(await beseda(`app secret add --app ${key} --public-key public.pem`));
    expect(Object.keys(added)).toEqual(['key', 'kid', 'algorithm']);
    const token = await new SignJWT(claims)
      .setProtectedHeader({ alg: 'EdDSA', kid: added.kid ?? '' })
      .setExpirationTime(new Date(services.now() + 60_000))
      .sign(await exportJWK(pair.privateKey));
    expect(await verifyToken(await findApp(key ?? ''), token, services.now())).toMatchObject({
      claims: { sub: '7' },
    });
    const refused = await beseda(`app secret add --app ${key} --public-key private.pem`);
    expect(refused).toMatchObject({ code: 1, err: [expect.stringContaining('private key')] });
    expect((await beseda('app secret add --app nobody')).code).toBe(1);
  });

  it('are listed without their secrets', async () => {
    const { key, secret, kid } = readJson(await beseda('app add --name Listed --origin https://l.example'));
    const { out } = await beseda('app list');
    expect(out.map((line) => JSON.parse(line) as unknown)).toContainEqual(
      expect.objectContaining({ key, name: 'Listed', origins: ['https://l.example'], kids: [kid] }),
    );
    expect(out.join('\n')).not.toContain(secret);
  });

  it.each([
    ['https://*.a.example', 'wildcards'],
    ['http://a.example', 'https'],
    ['https://a.example/path', 'no path'],
    ['a.example', 'scheme'],
    ['javascript:alert(1)', 'scheme'],
  ])('refuse the origin %s and say why', async (origin, reason) => {
    const { code, err } = await beseda(`app add --name X --origin ${origin}`);
    expect(code).toBe(1);
    expect(err[0]).toContain(reason);
  });
});

describe('agents and tokens', () => {
  it('are made once, and every link signs in once, on the public URL', async () => {
    const first = await beseda([
      'agent',
      'add',
      '--email',
      'anna@desk.example',
      '--name',
      'Анна',
      '--role',
      'admin',
    ]);
    const again = await beseda('agent link --email Anna@Desk.example');
    const secrets = [first, again].map(({ out }) =>
      out.join().replace('https://help.example/desk/sign-in#', ''),
    );
    const clock = { ...services, now: Date.now };
    const [one, two] = await Promise.all(secrets.map((secret) => signInByLink(clock, secret)));
    expect(one?.agentId).toBe(two?.agentId);
    await expect(signInByLink(clock, secrets[0] ?? '')).rejects.toMatchObject({ code: 'link_spent' });
    expect((await beseda('agent link --email nobody@desk.example')).code).toBe(1);
    expect((await beseda('agent add --email nonsense')).code).toBe(1);
  });

  it('of an API act under their name, as admin unless said otherwise', async () => {
    const admin = await beseda('token create --name CI');
    const agent = await beseda('token create --name Bot --role agent');
    expect(admin.out[0]).toMatch(/^bsd_[\w-]{43}$/);
    expect(await findActorByApiToken(services, admin.out[0] ?? '')).toMatchObject({
      name: 'CI',
      role: 'admin',
    });
    expect(await findActorByApiToken(services, agent.out[0] ?? '')).toMatchObject({
      name: 'Bot',
      role: 'agent',
    });
    expect(await findActorByApiToken(services, `${admin.out[0]}x`)).toBeNull();
  });
});

it('settings are read back as they were set', async () => {
  expect(await beseda('settings get mail.unseen_delay_seconds')).toMatchObject({ code: 0, out: ['120'] });
  expect(await beseda(['settings', 'set', 'mail.from_name', ' Служба\nзаботы '])).toEqual({
    code: 0,
    out: [],
    err: [],
  });
  expect(await beseda('settings get mail.from_name')).toMatchObject({ out: ['Служба заботы'] });
});

it('articles travel by folders of the caller, and a bad file is named while the others go in', async () => {
  await mkdir(join(folder, 'kb'));
  await writeFile(join(folder, 'kb/good.md'), '---\ntitle: Хорошая\n---\nТекст.\n');
  await writeFile(join(folder, 'kb/bad.md'), '---\nnumber: x\ntitle: Плохая\n---\nТекст.\n');
  const strict = await beseda('kb import kb --strict');
  expect(strict).toMatchObject({ code: 1, out: [] });
  expect(strict.err[0]).toMatch(/^bad\.md:2: /);
  const lenient = await beseda('kb import kb');
  expect(lenient).toMatchObject({ code: 1, out: ['1 new, 0 changed, 0 as before'] });
  expect(lenient.err[0]).toMatch(/^bad\.md:2: /);
  expect((await beseda('kb export out')).code).toBe(0);
  expect((await readdir(join(folder, 'out/ru'))).length).toBe(1);
});

describe('on the embedded database', () => {
  it('commands work alone, side by side, and beside the server that owns it', async () => {
    const env = { DATABASE_URL: '', DATABASE_OWNER_URL: '', DATA_DIR: 'data' };
    expect((await beseda('migrate', env)).code).toBe(0);
    const both = await Promise.all([beseda('app list', env), beseda('token create --name CI', env)]);
    expect(both.map(({ code }) => code)).toEqual([0, 0]);
    const server = await startEmbeddedPostgres({ dataDir: join(folder, 'data'), durable: false });
    try {
      expect(await beseda('settings get vendor.name', env)).toMatchObject({ code: 0, out: ['MLM Soft'] });
    } finally {
      await server.stop();
    }
  });
});

it('takes the days off of a year from a file, and says which line is wrong', async () => {
  await writeFile(join(folder, 'days.csv'), 'date,kind\n2031-01-01,off\n2032-01-01,off\n');
  const taken = await beseda('calendar import days.csv --key kz --year 2031');
  expect(taken).toMatchObject({ code: 0, out: ['kz 2031: 1 days, created'] });
  expect((await beseda('calendar import days.csv --key kz')).out).toEqual([
    'kz 2031: 1 days, unchanged',
    'kz 2032: 1 days, created',
  ]);
  await writeFile(join(folder, 'days.csv'), 'date,kind\n2031-01-01,closed\n');
  const refused = await beseda('calendar import days.csv --key kz');
  expect(refused.code).toBe(1);
  expect(refused.err.join('\n')).toContain('Line 2: «closed» is no kind of day');
});

it.each([
  ['calendar import days.csv', '--key is missing'],
  ['calendar import days.csv --key RU', '--key takes'],
  ['calendar import days.csv --key ru --year 27', '--year takes four digits'],
  ['calendar import nothing.csv --key ru', 'cannot be read'],
])('%s is asked wrongly', async (line, reason) => {
  const answer = await beseda(line);
  expect(answer.code).toBe(2);
  expect(answer.err.join('\n')).toContain(reason);
});
