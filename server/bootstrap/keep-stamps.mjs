import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { STAMPS } from './read-workspace.mjs';

/** A stamp is the hash of what a finished step was done with; it is missing while the step runs. */
export function hasStamp(name, hash) {
  try {
    return readFileSync(join(STAMPS, name), 'utf8') === hash;
  } catch {
    return false;
  }
}

export function setStamp(name, hash) {
  mkdirSync(STAMPS, { recursive: true });
  writeFileSync(join(STAMPS, name), hash);
}

export function clearStamp(name) {
  rmSync(join(STAMPS, name), { force: true });
}
