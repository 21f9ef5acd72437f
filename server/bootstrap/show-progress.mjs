const RETELL_AFTER_MS = 5_000;
const TICK_MS = 1_000;

export function formatSeconds(milliseconds) {
  return milliseconds < 9_950
    ? `${(milliseconds / 1000).toFixed(1)} s`
    : `${Math.round(milliseconds / 1000)} s`;
}

/**
 * Shows on `stream` that a long step goes on: a counting line on a terminal, a line every 5 s elsewhere.
 * `run(label, work)` gives what `work` gives; `say(line)` prints a line of its own.
 */
export function createProgress(stream) {
  const say = (line) => stream.write(`${line}\n`);
  const run = async (label, work) => {
    const begin = performance.now();
    const elapsed = () => formatSeconds(performance.now() - begin);
    const rewrite = (text) => stream.write(`\r\u001B[2K${text}`);
    if (stream.isTTY) rewrite(`${label}…`);
    else say(`${label}…`);
    const timer = setInterval(
      () => (stream.isTTY ? rewrite(`${label}… ${elapsed()}`) : say(`${label}… ${elapsed()}`)),
      stream.isTTY ? TICK_MS : RETELL_AFTER_MS,
    );
    let outcome = 'failed after';
    try {
      const result = await work();
      outcome = 'done in';
      return result;
    } finally {
      clearInterval(timer);
      if (stream.isTTY) rewrite('');
      say(`${label}: ${outcome} ${elapsed()}`);
    }
  };
  return { run, say };
}
