import { startEmbeddedPostgres, useEmbeddedPostgres } from '../postgres/start-embedded-postgres';

/**
 * A process of its own that holds a cluster, for tests that kill it.
 * Arguments: `server` or `command`, then DATA_DIR. Prints one line of JSON; ends on SIGTERM.
 */
const [, , kind, dataDir = ''] = process.argv;
const open = kind === 'server' ? startEmbeddedPostgres : useEmbeddedPostgres;
try {
  const cluster = await open({ dataDir });
  process.once('SIGTERM', () => void cluster.stop());
  process.stdout.write(
    `${JSON.stringify({ ownerUrl: cluster.ownerUrl, startedByUs: cluster.startedByUs })}\n`,
  );
} catch (error) {
  process.stdout.write(`${JSON.stringify({ code: (error as { code?: string }).code })}\n`);
}
