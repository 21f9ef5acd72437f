import { readFileSync } from 'node:fs';

const INTERVAL_MS = 400;
const GENERATIONS = 3;

/**
 * When npm started us, asks this process to end (SIGTERM) as soon as npm, or a shell between npm and us, is
 * gone: a killed npm passes nothing on. Who started npm does not matter, so nohup and supervisors work.
 */
export function watchNpm() {
  if (!process.env.npm_lifecycle_event) return;
  const watched = listUpToNpm();
  if (watched.length === 0) return;
  const timer = setInterval(() => {
    if (watched.every(({ pid, born }) => readProcess(pid)?.born === born)) return;
    clearInterval(timer);
    process.kill(process.pid, 'SIGTERM');
  }, INTERVAL_MS);
  timer.unref();
}

/** Our ancestors up to npm; just the parent where there is no /proc; none when npm is not among them. */
function listUpToNpm() {
  const ancestors = [];
  let pid = process.ppid;
  for (let step = 0; step < GENERATIONS; step += 1) {
    const found = readProcess(pid);
    if (!found) break;
    ancestors.push(found);
    if (/^npm\b/.test(found.name) || found.name === 'node') return ancestors;
    pid = found.parent;
  }
  return process.platform === 'linux' ? [] : ancestors.slice(0, 1);
}

/** `born` tells a process from a later one with the same number. */
function readProcess(pid) {
  if (process.platform !== 'linux') {
    return process.ppid === pid ? { pid, name: '', parent: 1, born: 0 } : null;
  }
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const end = stat.lastIndexOf(')');
    const fields = stat.slice(end + 2).split(' ');
    if (fields[0] === 'Z') return null;
    return { pid, name: stat.slice(stat.indexOf('(') + 1, end), parent: Number(fields[1]), born: fields[19] };
  } catch {
    return null;
  }
}
