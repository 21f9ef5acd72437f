import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, readWorkspace } from './read-workspace.mjs';

/** What can be said about the code without running it; the long ones first. */
export function listChecks() {
  const types = readWorkspace()
    .filter(({ scripts }) => scripts.types)
    .map(({ folder }) => ({
      title: `Types of ${folder}`,
      command: ['tsc', '--noEmit', '-p', folder],
      folder,
    }));
  return [
    { title: 'Lint', command: ['oxlint', '--type-aware', '--deny-warnings'] },
    { title: 'Dead code', command: ['knip'] },
    ...types,
    { title: 'Format', command: ['biome', 'check', '.'] },
    ...(existsSync(join(ROOT, 'widget/budgets.mjs'))
      ? [{ title: 'Bundle budgets', command: ['node', 'widget/budgets.mjs'], folder: 'widget' }]
      : []),
  ];
}
