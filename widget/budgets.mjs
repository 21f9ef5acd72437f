import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { runnerImport } from 'vite';

/** What the widget may weigh, in bytes of brotli as served (LANDSCAPE.md says what others weigh). */
const LIMITS = {
  loader: 1_536,
  firstUse: 16_384,
  firstRequests: 4,
  live: 30_720,
  lazy: 6_144,
  drawing: 9_216,
  /** «Мои обращения» in the support centre, with a thread. */
  portal: 45_056,
};
/** What a text conversation loads after first use; with the chunks that these need at once. */
const LIVE_MODULES = [
  'widget/panel/keep/start-keep.ts',
  'widget/panel/live/live.ts',
  'widget/panel/texts/thread-ru.ts',
  '/socket.io-client/build/esm/index.js',
];
const SAMPLE_APP = {
  key: 'app_3f9c2b7e51d84a60',
  origin: 'https://support.example.com',
  text: { ru: 'Спросить поддержку', en: 'Ask the support team' },
};
/** With something of its own in every place. */
const SAMPLE_THEME = { accent: '#2f5bd0', position: 'left', side: 24, bottom: 96 };
const NONCE = 'u7Jd0WqPz4bN1xYcR8sTfA';

const DIST = new URL('./dist/', import.meta.url);
const read = (path) => readFileSync(fileURLToPath(new URL(path, DIST)));
const weigh = (bytes) =>
  brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } })
    .length;
const asset = (file) => weigh(read(`assets/${file}`));

const { host, panel, aside, chunks, portal } = JSON.parse(read('chunks.json').toString());

async function weighLoader() {
  const path = fileURLToPath(new URL('../shared/domain/launcher-sheet.ts', import.meta.url));
  const { launcherSheet } = (await runnerImport(path)).module;
  const app = { ...SAMPLE_APP, position: SAMPLE_THEME.position, css: launcherSheet(SAMPLE_THEME) };
  const fields = Object.entries(app).map(([name, value]) => `${name}:${JSON.stringify(value)}`);
  return weigh(
    read('widget.js')
      .toString()
      .replace('"__BESEDA_APP__"', () => `{${fields.join()}}`),
  );
}

/** The heavier of the two languages. */
async function weighPage() {
  const { renderPanel } = await import(new URL('server/render.js', DIST).href);
  const boot = {
    app: SAMPLE_APP.key,
    name: 'MLM Soft',
    theme: { accent: SAMPLE_THEME.accent },
    publicUrl: SAMPLE_APP.origin,
    mailDelay: 120,
    supportEmail: 'support@support.example.com',
  };
  const pages = ['ru', 'en'].map((locale) => renderPanel({ ...boot, locale }, { nonce: NONCE }));
  return Math.max(...pages.map(weigh));
}

/** The page of «Мои обращения» without what it is told, in the heavier of the two languages. */
async function weighPortalPage() {
  const { renderPage } = await import(new URL('server/render.js', DIST).href);
  const publicUrl = SAMPLE_APP.origin;
  const pages = ['ru', 'en'].map((locale) => {
    const frame = { locale, name: 'MLM Soft', accent: SAMPLE_THEME.accent, alternates: {}, widgetApp: null };
    const boot = { locale, name: 'MLM Soft', publicUrl, mailDelay: 120, supportEmail: 'support@example.com' };
    const data = {
      page: 'requests',
      boot: { ...boot, signedIn: true },
      view: { is: 'requests' },
      refused: null,
    };
    return renderPage({ ...frame, canonical: `${publicUrl}/help/${locale}/requests` }, data, {
      nonce: NONCE,
    });
  });
  return Math.max(...pages.map(weigh));
}

/** The chunk and all that it needs at once. */
function withImports(file, all = chunks, seen = new Set()) {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const needed of all.find((chunk) => chunk.file === file)?.imports ?? [])
    withImports(needed, all, seen);
  return seen;
}

function listLive() {
  const files = LIVE_MODULES.flatMap((wanted) => {
    const found = chunks.filter(({ modules }) => modules.some((module) => module.endsWith(wanted)));
    if (found.length !== 1) throw new Error(`${wanted} must be in one chunk of the panel.`);
    return [...withImports(found[0].file)];
  });
  return [...new Set(files)].filter((file) => file !== panel);
}

const first = [
  ['widget.js', await weighLoader()],
  [host, asset(host)],
  ['panel page', await weighPage()],
  ...[...withImports(panel)].map((file) => [file, asset(file)]),
];
const live = listLive().map((file) => [file, asset(file)]);
const lazy = chunks
  .map(({ file }) => [file, asset(file)])
  .filter(([file]) => ![...first, ...live].some(([name]) => name === file));
const portalFirst = [
  ['page', await weighPortalPage()],
  ...[...withImports(portal.first, portal.chunks)].map((file) => [file, asset(file)]),
];
const portalLazy = portal.chunks
  .map(({ file }) => [file, asset(file)])
  .filter(([file]) => !portalFirst.some(([name]) => name === file));
const sum = (rows) => rows.reduce((total, [, bytes]) => total + bytes, 0);

const checks = [
  ['loader', first[0][1], LIMITS.loader],
  ['first use', sum(first), LIMITS.firstUse],
  ['first use, requests', first.length, LIMITS.firstRequests],
  ['with live conversation', sum(first) + sum(live), LIMITS.live],
  ...aside.map((file) => [
    `host page: ${file}`,
    asset(file),
    file.startsWith('draw-page') ? LIMITS.drawing : LIMITS.lazy,
  ]),
  ...[...lazy, ...portalLazy].map(([file, bytes]) => [`lazy: ${file}`, bytes, LIMITS.lazy]),
  ['requests page with a thread', sum(portalFirst), LIMITS.portal],
];

const line = (name, ...numbers) => name.padEnd(44) + numbers.map((n) => String(n).padStart(8)).join('');
console.log(line('first use', 'bytes'));
for (const [name, bytes] of first) console.log(line(`  ${name}`, bytes));
console.log(line('then, for a live conversation', 'bytes'));
for (const [name, bytes] of live) console.log(line(`  ${name}`, bytes));
console.log(line('requests page with a thread', 'bytes'));
for (const [name, bytes] of portalFirst) console.log(line(`  ${name}`, bytes));
console.log(`\n${line('budget', 'is', 'may be')}`);
for (const [name, is, limit] of checks) console.log(line(name, is, limit) + (is > limit ? '  over' : ''));
if (checks.some(([, is, limit]) => is > limit)) process.exitCode = 1;
