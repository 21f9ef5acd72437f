import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const INSTALLED = '/usr/bin/chromium';

/** Of Chromium's many errands, none is wanted in a test. */
export const BROWSER_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** `CHROME_EXE`, else Debian's, else the one that comes as a package and needs nothing from the machine. */
export async function findBrowser(): Promise<string> {
  const given = process.env['CHROME_EXE'];
  if (given) return given;
  return existsSync(INSTALLED) ? INSTALLED : unpackBrowser();
}

/** The package means itself for another place, and sets up its libraries and fonts only there. */
async function unpackBrowser(): Promise<string> {
  const { default: chromium, inflate, setupLambdaEnvironment } = await import('@sparticuz/chromium');
  const packed = fileURLToPath(new URL('../bin/', import.meta.resolve('@sparticuz/chromium')));
  const path = await chromium.executablePath(packed);
  await inflate(join(packed, 'al2023.tar.br'));
  setupLambdaEnvironment(join(tmpdir(), 'al2023', 'lib'));
  return path;
}
