import { createPrivateKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { EnvironmentError } from './environment-error';

/** What outgoing mail is signed with. */
export interface DkimKey {
  selector: string;
  /** PEM. */
  key: string;
}

const SELECTOR_TAKES =
  'the name under which the key stands in DNS, like beseda for beseda._domainkey.MAIL_DOMAIN';
const KEY_TAKES = 'an RSA key of 1024 bits or more in PEM, with \\n for the ends of its lines';
const FILE_TAKES = 'a file with an RSA key of 1024 bits or more in PEM';

/** Null: mail is not signed. Throws EnvironmentError. */
export function readDkim(source: Record<string, string | undefined>, cwd: string): DkimKey | null {
  const selector = source['DKIM_SELECTOR']?.trim();
  const given = source['DKIM_KEY']?.trim();
  const file = source['DKIM_KEY_FILE']?.trim();
  if (!selector && !given && !file) return null;
  if (!selector || !/^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9-]+)*$/i.test(selector)) {
    throw new EnvironmentError('DKIM_SELECTOR', SELECTOR_TAKES);
  }
  if (given && file) throw new EnvironmentError('DKIM_KEY', 'nothing while DKIM_KEY_FILE is given');
  if (given) {
    const key = given.replaceAll('\\n', '\n');
    if (!isKey(key)) throw new EnvironmentError('DKIM_KEY', KEY_TAKES);
    return { selector, key };
  }
  if (!file) throw new EnvironmentError('DKIM_KEY_FILE', `${FILE_TAKES}, or DKIM_KEY the key itself`);
  return { selector, key: readKeyFile(resolve(cwd, file)) };
}

function readKeyFile(path: string): string {
  try {
    const key = readFileSync(path, 'utf8');
    if (isKey(key)) return key;
  } catch {
    // As if it were no key: either way the variable is what must change.
  }
  throw new EnvironmentError('DKIM_KEY_FILE', FILE_TAKES);
}

function isKey(pem: string): boolean {
  try {
    const key = createPrivateKey(pem);
    return key.asymmetricKeyType === 'rsa' && (key.asymmetricKeyDetails?.modulusLength ?? 0) >= 1024;
  } catch {
    return false;
  }
}
