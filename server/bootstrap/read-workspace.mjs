import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

export const ROOT = resolve(import.meta.dirname, '../..');
export const STAMPS = join(ROOT, '.stamps');

const NOT_BUILT_FROM = new Set(['node_modules', 'dist', 'bootstrap', 'testing', 'test-results']);
const COMMON_FILES = ['pnpm-lock.yaml', 'tsconfig.base.json'];

/**
 * The packages of the workspace: `{folder, name, dependencies, scripts}`, dependencies as names of other
 * packages here.
 */
export function readWorkspace() {
  const list = readFileSync(join(ROOT, 'pnpm-workspace.yaml'), 'utf8');
  const folders = [...list.split(/^\w+:/m)[1].matchAll(/^\s+-\s+(\S+)/gm)].map((match) => match[1]);
  return folders.map((folder) => {
    const manifest = JSON.parse(readFileSync(join(ROOT, folder, 'package.json'), 'utf8'));
    const wanted = { ...manifest.dependencies, ...manifest.devDependencies };
    const dependencies = Object.keys(wanted).filter((name) => wanted[name].startsWith('workspace:'));
    return { folder, name: manifest.name, dependencies, scripts: manifest.scripts ?? {} };
  });
}

/** What a package is built from: its own files, those of the packages it depends on, and the common ones. */
export function hashSources(wanted, workspace) {
  const hash = createHash('sha256');
  for (const file of COMMON_FILES) hash.update(readFileSync(join(ROOT, file)));
  for (const { folder } of withDependencies(wanted, workspace)) hashFolder(hash, folder);
  return hash.digest('hex');
}

function withDependencies(wanted, workspace, found = new Set()) {
  found.add(wanted);
  for (const name of wanted.dependencies) {
    const dependency = workspace.find((candidate) => candidate.name === name);
    if (dependency && !found.has(dependency)) withDependencies(dependency, workspace, found);
  }
  return [...found].sort((a, b) => (a.folder < b.folder ? -1 : 1));
}

function hashFolder(hash, folder) {
  const entries = readdirSync(join(ROOT, folder), { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (NOT_BUILT_FROM.has(entry.name) || /\.test\.\w+$/.test(entry.name)) continue;
    if (entry.isDirectory()) hashFolder(hash, path);
    else if (entry.isFile()) hash.update(`\0${path}\0`).update(readFileSync(join(ROOT, path)));
  }
}
