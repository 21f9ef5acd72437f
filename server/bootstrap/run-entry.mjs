/** A failure that one line explains; anything else is shown with its stack. */
export class BootstrapError extends Error {}

/** Runs what an entry is for. A failure ends the process with 1; a reader of its output that goes away does not. */
export async function runEntry(work) {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
  try {
    await work();
  } catch (error) {
    console.error(error instanceof BootstrapError ? error.message : error);
    process.exit(1);
  }
}
