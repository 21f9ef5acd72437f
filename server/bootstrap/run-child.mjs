import { spawn } from 'node:child_process';
import { constants } from 'node:os';

const PATIENCE_MS = 3_000;
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const running = new Set();

// Leads the command's process group. Its standard input ends when Node is gone, however Node went; then the
// whole group goes too. It outlives SIGTERM itself, to wait for the command.
const GUARD = `
trap : TERM
exec 3<&0 4>&2 2>/dev/null
"$@" </dev/null 2>&4 3<&- 4>&- &
job=$!
{
  trap '' TERM
  cat <&3
  kill -TERM 0
  tenths=30; while [ "$tenths" -gt 0 ]; do sleep 0.1; tenths=$((tenths - 1)); done
  kill -KILL 0
} >/dev/null 4>&- &
watch=$!
while :; do wait "$job"; code=$?; kill -0 "$job" || break; done
kill -KILL "$watch"
exit "$code"`;

/**
 * Runs a command whose processes all end with this one: on Ctrl-C, on SIGTERM and on kill -9.
 * With `stream: true` its output goes straight to ours, else it is collected.
 * Resolves to `{code, output}`; code is 127 when it cannot be started, 128 + n after signal n.
 */
export function runChild(command, { cwd, env = process.env, stream = false } = {}) {
  const guarded = process.platform !== 'win32';
  const [program, ...args] = guarded ? ['sh', '-c', GUARD, 'sh', ...command] : command;
  const channel = stream ? 'inherit' : 'pipe';
  const child = spawn(program, args, {
    cwd,
    env,
    detached: guarded,
    shell: !guarded,
    stdio: ['pipe', channel, channel],
  });
  let output = '';
  const collect = (chunk) => {
    output += chunk;
  };
  child.stdout?.setEncoding('utf8').on('data', collect);
  child.stderr?.setEncoding('utf8').on('data', collect);
  child.stdin.on('error', () => {});
  return new Promise((resolve) => {
    const finish = (code) => {
      removeRunning(child);
      resolve({ code, output });
    };
    addRunning(child);
    child.once('error', (error) => {
      output += error.message;
      finish(127);
    });
    child.once('exit', () => child.stdin.destroy());
    child.once('close', (code, signal) => finish(code ?? 128 + constants.signals[signal]));
  });
}

export function lastLines(text, count) {
  return text.trimEnd().split('\n').slice(-count).join('\n');
}

function addRunning(child) {
  if (running.size === 0) for (const signal of SIGNALS) process.on(signal, endAll);
  running.add(child);
}

function removeRunning(child) {
  running.delete(child);
  if (running.size === 0) for (const signal of SIGNALS) process.off(signal, endAll);
}

/** Takes the children down, then goes as the signal asked. */
function endAll(signal) {
  const leave = () => process.exit(128 + constants.signals[signal]);
  for (const child of running) {
    child.once('close', () => running.size === 0 && leave());
    signalGroup(child, 'SIGTERM');
  }
  setTimeout(() => {
    for (const child of running) signalGroup(child, 'SIGKILL');
    leave();
  }, PATIENCE_MS);
}

function signalGroup(child, signal) {
  try {
    if (process.platform === 'win32') child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}
