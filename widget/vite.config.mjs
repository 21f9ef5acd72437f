import { fileURLToPath } from 'node:url';
import { trimSocketIo } from './trim-socket-io.mjs';

const ROOT = fileURLToPath(new URL('.', import.meta.url));

/**
 * Browsers that know light-dark() and constructed style sheets; older ones get what they understand of it. A list of
 * its own, as lower targets would have every colour written twice.
 */
const CSS_TARGET = ['chrome123', 'firefox121', 'safari17.5'];

/** What all builds share; `outDir` is where this run puts everything. */
const base = (outDir, build, define = {}) => ({
  root: ROOT,
  configFile: false,
  logLevel: 'warn',
  define: { 'process.env.NODE_ENV': '"production"', ...define },
  publicDir: false,
  build: {
    outDir,
    emptyOutDir: false,
    target: 'es2022',
    cssTarget: CSS_TARGET,
    cssMinify: 'lightningcss',
    reportCompressedSize: false,
    ...build,
  },
});

/** Library mode, as it leaves `import()` alone; whitespace it would keep, were it not told. */
const script = (outDir, entry, format, output, define) =>
  base(
    outDir,
    {
      lib: { entry, formats: [format], name: 'beseda' },
      rolldownOptions: { output: { minify: true, comments: false, ...output } },
    },
    define,
  );

const NAMES = { entryFileNames: 'assets/[name]-[hash:6].js', chunkFileNames: 'assets/[name]-[hash:6].js' };

export const hostScript = (outDir) => script(outDir, { host: 'loader/host/attach.ts' }, 'es', NAMES);

/** What the entry needs is one chunk, whatever the lazy ones share with it: one request until it can be typed in. */
export const panel = (outDir) => ({
  ...script(outDir, { panel: 'panel/main.tsx' }, 'es', {
    ...NAMES,
    codeSplitting: {
      groups: [{ debugName: 'first', name: nameChunk }],
    },
  }),
  plugins: [trimSocketIo()],
});

/** Too small for a request of its own, though several lazy chunks need it. */
const SHARED = /\/shared\/domain\/uuid\.ts$/;
/** Whoever holds files, or shows a conversation, has opened the storage. */
const KEEP =
  /\/shared\/client\/(store|drafts|hold-file)\.ts$|\/shared\/domain\/report\.ts$|\/panel\/(keep\/|texts\/thread\.ts|model\/read-draft)/;

function nameChunk(id, context) {
  if (KEEP.test(id)) return 'keep';
  return SHARED.test(id) || isFirst(id, context) ? 'panel' : null;
}

/** Whether something reaches the module from the entry without an `import()`. */
function isFirst(id, context, seen = new Set()) {
  const info = context.getModuleInfo(id);
  if (!info || seen.has(id)) return false;
  seen.add(id);
  return info.isEntry || info.importers.some((importer) => isFirst(importer, context, seen));
}

/** One classic script. `__BESEDA_APP__` stays free: build.mjs makes a string of it, the server the app's data. */
export const loader = (outDir, hostName) =>
  script(
    outDir,
    { widget: 'loader/main.ts' },
    'iife',
    { entryFileNames: 'widget.js' },
    { __HOST_SCRIPT__: JSON.stringify(hostName) },
  );

export const npmEntry = (outDir) =>
  script(outDir, { index: 'npm/index.ts' }, 'es', {
    minify: false,
    comments: true,
    entryFileNames: 'npm/[name].js',
  });

/** «Мои обращения» in the support centre's pages: the panel's modules in chunks of its own, so that the panel's stay small. */
export const portal = (outDir) => {
  const config = script(outDir, { portal: 'portal/main.tsx' }, 'es', {
    entryFileNames: 'assets/portal-[hash:6].js',
    chunkFileNames: 'assets/portal-[name]-[hash:6].js',
    codeSplitting: { groups: [{ debugName: 'first', name: nameFirst }] },
  });
  // What the panel loads later is there at once.
  config.build.rolldownOptions.checks = { ineffectiveDynamicImport: false };
  return { ...config, plugins: [trimSocketIo()] };
};

/** What scripts add to the pages of articles. */
export const reading = (outDir) => script(outDir, { reading: 'pages/reading/start-reading.ts' }, 'es', NAMES);

/** What scripts add to the search page. */
export const finding = (outDir) => script(outDir, { finding: 'pages/finding/start-finding.ts' }, 'es', NAMES);

/** Without the engine that can poll: most never need it. */
const nameFirst = (id, context) =>
  !id.includes('/engine.io-client/') && isFirst(id, context) ? 'first' : null;

/** What the server renders with; everything but Node inside. */
export const serverBundle = (outDir, { panelName, portalName, readingName, findingName }) => ({
  ...base(
    outDir,
    {
      ssr: true,
      target: 'node20',
      minify: false,
      rolldownOptions: {
        input: { render: 'pages/render.ts' },
        output: { entryFileNames: 'server/[name].js' },
      },
    },
    {
      __PANEL_SCRIPT__: JSON.stringify(panelName),
      __PORTAL_SCRIPT__: JSON.stringify(portalName),
      __READER_SCRIPT__: JSON.stringify(readingName),
      __FINDER_SCRIPT__: JSON.stringify(findingName),
    },
  ),
  ssr: { noExternal: true },
});
