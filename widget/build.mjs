import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { build } from 'vite';
import {
  finding,
  hostScript,
  loader,
  npmEntry,
  panel,
  portal,
  reading,
  serverBundle,
} from './vite.config.mjs';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const DIST = join(HERE, 'dist');
/** Built here first, so that a server never meets half of a build. */
const FRESH = join(HERE, 'node_modules/.build');
/** The files whose types the npm entry shows; emitted beside it. */
const PUBLIC_TYPES = [
  'widget/npm/index.ts',
  'shared/domain/event.ts',
  'shared/domain/report.ts',
  'shared/domain/words.ts',
  'shared/protocol/errors.ts',
  'shared/protocol/host-bridge.ts',
  'shared/protocol/http.ts',
];

/** The host page's scripts besides the first, which are loaded when they are asked for. */
const listAside = (result, first) =>
  listChunks(result)
    .map(({ file }) => file)
    .filter((file) => file !== first);

/** The chunk that holds a module, by its file name without the folder; a facade before it is not worth a request. */
async function takeChunk(result, module) {
  const { output } = [result].flat()[0];
  const chunk = output.find(({ moduleIds }) => moduleIds?.includes(join(HERE, module)));
  const facade = output.find(({ isEntry }) => isEntry);
  if (facade !== chunk) await rm(join(FRESH, facade.fileName));
  return basename(chunk.fileName);
}

/** What budgets.mjs counts by: of every chunk its file, its modules and the chunks it needs at once. */
function listChunks(result) {
  return [result]
    .flat()[0]
    .output.filter(({ type, moduleIds }) => type === 'chunk' && moduleIds.length > 0)
    .map(({ fileName, moduleIds, imports }) => ({
      file: basename(fileName),
      modules: moduleIds.map((id) => relative(dirname(HERE), id)),
      imports: imports.map((name) => basename(name)),
    }));
}

async function buildAll() {
  await rm(FRESH, { recursive: true, force: true });
  const hostBuild = await build(hostScript(FRESH));
  const hostName = await takeChunk(hostBuild, 'loader/host/attach.ts');
  const panelBuild = await build(panel(FRESH));
  const panelName = await takeChunk(panelBuild, 'panel/main.tsx');
  await build(loader(FRESH, hostName));
  const portalBuild = await build(portal(FRESH));
  const portalName = await takeChunk(portalBuild, 'portal/main.tsx');
  const readingBuild = await build(reading(FRESH));
  const readingName = await takeChunk(readingBuild, 'pages/reading/start-reading.ts');
  const findingBuild = await build(finding(FRESH));
  const findingName = await takeChunk(findingBuild, 'pages/finding/start-finding.ts');
  await build(serverBundle(FRESH, { panelName, portalName, readingName, findingName }));
  await build(npmEntry(FRESH));
  await quotePlaceholder(join(FRESH, 'widget.js'));
  const typed = canRunTypeScript() ? emitTypes(join(FRESH, 'npm')) : undefined;
  await Promise.all([typed, compressAll(join(FRESH, 'assets'))]);
  const chunks = listChunks(panelBuild);
  const aside = listAside(hostBuild, hostName);
  const page = { first: portalName, chunks: listChunks(portalBuild) };
  await writeFile(
    join(FRESH, 'chunks.json'),
    JSON.stringify({ host: hostName, panel: panelName, aside, chunks, portal: page }, null, 2),
  );
  await rm(DIST, { recursive: true, force: true });
  await rename(FRESH, DIST);
}

/** Only now: as a literal in the source, the minifier could have copied it or changed its quotes. */
async function quotePlaceholder(path) {
  const code = await readFile(path, 'utf8');
  const parts = code.trimEnd().split('__BESEDA_APP__');
  if (parts.length !== 2) throw new Error('The loader must name its app exactly once.');
  await writeFile(path, parts.join('"__BESEDA_APP__"'));
}

async function compressAll(folder) {
  await Promise.all(
    (await readdir(folder)).map(async (name) => {
      const path = join(folder, name);
      const content = await readFile(path);
      const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
      await writeFile(`${path}.br`, await promisify(brotliCompress)(content, { params }));
      await writeFile(`${path}.gz`, await promisify(gzip)(content, { level: 9 }));
    }),
  );
}

/** TypeScript finds itself through /proc. A chroot without it gets all that runs; only publishing needs the types. */
function canRunTypeScript() {
  return process.platform !== 'linux' || existsSync('/proc/self/exe');
}

/** Declarations of the npm entry and of what it shows, with relative paths in place of the workspace's. */
async function emitTypes(folder) {
  const root = dirname(HERE);
  const tsc = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin/tsc');
  const flags = ['--declaration', '--emitDeclarationOnly', '--noEmit', 'false', '--ignoreConfig'];
  const how = ['--module', 'esnext', '--moduleResolution', 'bundler', '--target', 'es2023', '--skipLibCheck'];
  const files = PUBLIC_TYPES.map((path) => join(root, path));
  await promisify(execFile)(process.execPath, [
    tsc,
    ...flags,
    ...how,
    '--rootDir',
    root,
    '--outDir',
    join(folder, 'types'),
    ...files,
  ]);
  const types = join(folder, 'types');
  for (const name of await readdir(types, { recursive: true })) {
    if (!name.endsWith('.d.ts')) continue;
    const path = join(types, name);
    const text = await readFile(path, 'utf8');
    const up = relative(dirname(path), join(types, 'shared'));
    await writeFile(path, text.replaceAll("'@beseda/shared/", `'${up}/`));
  }
  await writeFile(join(folder, 'index.d.ts'), "export * from './types/widget/npm/index';\n");
}

await buildAll();
