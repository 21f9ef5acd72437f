import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits as base64url: what a bearer holds. Only its hash is stored. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** SHA-256 as base64url. Enough for secrets of `newSecret`, which nobody can guess; passwords need argon2. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}

/** Tells an API token from a session. */
export const API_TOKEN_PREFIX = 'bsd_';
