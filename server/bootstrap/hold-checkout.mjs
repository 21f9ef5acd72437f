import { mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { STAMPS } from './read-workspace.mjs';

const LOCK = join(STAMPS, 'lock');
const HEARTBEAT_MS = 1_000;
const SILENT_MS = 3_000;
const DEAD_MS = 15_000;

/** Runs `work` while no other process installs or builds in this checkout. */
export async function holdCheckout(progress, work) {
  mkdirSync(STAMPS, { recursive: true });
  let told = false;
  while (!tryLock()) {
    if (isAbandoned()) rmSync(LOCK, { force: true });
    else if (!told) {
      told = true;
      progress.say('Waiting for another run that installs or builds here…');
    }
    await delay(200);
  }
  const release = () => rmSync(LOCK, { force: true });
  process.once('exit', release);
  const heartbeat = setInterval(() => utimesSync(LOCK, new Date(), new Date()), HEARTBEAT_MS);
  try {
    return await work();
  } finally {
    clearInterval(heartbeat);
    process.off('exit', release);
    release();
  }
}

function tryLock() {
  try {
    writeFileSync(LOCK, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    return false;
  }
}

/** The number alone proves nothing: it may be of another container, or given to a stranger since. */
function isAbandoned() {
  try {
    const silence = Date.now() - statSync(LOCK).mtimeMs;
    return silence > DEAD_MS || (silence > SILENT_MS && !isAlive(Number(readFileSync(LOCK, 'utf8'))));
  } catch {
    return false;
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
