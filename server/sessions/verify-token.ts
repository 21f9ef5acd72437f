import { PERSON_ROLES, type PersonRole } from '@beseda/shared/domain/words';
import type { ErrorCode } from '@beseda/shared/protocol/errors';
import { decodeProtectedHeader, errors, importSPKI, type JWTPayload, jwtVerify } from 'jose';
import type { AppRecord } from '../apps/find-app';
import { Refusal } from '../context/refusal';
import { OUTSIDE } from '../inbound/placing/outside';
import type { TokenClaims } from '../people/upsert-requester';

const SKEW_SECONDS = 60;
const LONGEST_SECONDS = 24 * 60 * 60;
type Secret = AppRecord['secrets'][number];

/** `kid`: of the secret that it was signed with. */
export interface VerifiedToken {
  claims: TokenClaims;
  kid: string;
}

/**
 * Checks a host's token against the app's active secrets and gives its claims. The algorithm is fixed by the secret,
 * never by the token. Refuses with one of the token_… codes.
 */
export async function verifyToken(app: AppRecord, token: string, now: number): Promise<VerifiedToken> {
  if (token.trim() === '') throw new Refusal('token_missing', 'The host sent no token.', { field: 'token' });
  const { payload, kid } = await verifySignature(app, token.trim(), now);
  checkTimes(payload, now);
  if (payload.aud !== undefined && ![payload.aud].flat().includes(app.key)) {
    throw refuse('token_audience', 'The token was made for another app.');
  }
  return { claims: readClaims(payload), kid };
}

async function verifySignature(
  app: AppRecord,
  token: string,
  now: number,
): Promise<{ payload: JWTPayload; kid: string }> {
  const candidates = candidatesFor(app, readHeader(token));
  for (const secret of candidates) {
    const payload = await tryVerify(secret, token, now);
    if (payload) return { payload, kid: secret.kid };
  }
  throw refuse('token_signature', 'The signature fits none of the active secrets of this app.');
}

function readHeader(token: string): { alg: string; kid: string | undefined } {
  try {
    const { alg, kid } = decodeProtectedHeader(token);
    if (typeof alg !== 'string' || token.split('.').length !== 3) throw new TypeError('not a signed token');
    return { alg, kid: typeof kid === 'string' ? kid : undefined };
  } catch {
    throw refuse('token_malformed', 'This is not a JWT.');
  }
}

function candidatesFor(app: AppRecord, header: { alg: string; kid: string | undefined }): Secret[] {
  const allowed = app.secrets.filter((secret) => secret.algorithm === header.alg);
  if (allowed.length === 0)
    throw refuse('token_algorithm', 'This app does not take tokens of this algorithm.');
  if (header.kid === undefined) return allowed;
  const named = allowed.filter((secret) => secret.kid === header.kid);
  if (named.length === 0)
    throw refuse('token_signature', 'The token names a secret that this app does not have.');
  return named;
}

async function tryVerify(secret: Secret, token: string, now: number): Promise<JWTPayload | null> {
  const key =
    secret.algorithm === 'HS256'
      ? new TextEncoder().encode(secret.material)
      : await importSPKI(secret.material, secret.algorithm);
  try {
    const { payload } = await jwtVerify(token, key, {
      algorithms: [secret.algorithm],
      clockTolerance: SKEW_SECONDS,
      currentDate: new Date(now),
    });
    return payload;
  } catch (error) {
    if (error instanceof errors.JWSSignatureVerificationFailed) return null;
    throw explain(error);
  }
}

function explain(error: unknown): Refusal {
  if (error instanceof errors.JWTExpired) return refuse('token_expired', 'The token has expired.');
  if (error instanceof errors.JWTClaimValidationFailed && error.claim === 'nbf') {
    return refuse('token_not_yet_valid', 'The token is not valid yet.');
  }
  if (error instanceof errors.JWTClaimValidationFailed)
    return refuse('token_claims', 'A claim is wrong.', error.claim);
  return refuse('token_malformed', 'This is not a JWT of ours.');
}

function checkTimes(payload: JWTPayload, now: number): void {
  const { exp, iat } = payload;
  if (typeof exp !== 'number') throw refuse('token_claims', 'The token needs an expiry.', 'exp');
  const seconds = now / 1000;
  if (exp > seconds + LONGEST_SECONDS + SKEW_SECONDS) {
    throw refuse('token_too_long_lived', 'A token lives at most 24 hours.', 'exp');
  }
  if (typeof iat === 'number' && iat > seconds + SKEW_SECONDS) {
    throw refuse('token_not_yet_valid', 'The token was made in the future.', 'iat');
  }
}

function readClaims(payload: JWTPayload): TokenClaims {
  const company = payload.company;
  if (typeof company !== 'object' || company === null)
    throw refuse('token_claims', 'company is missing.', 'company');
  const { id, name, plan, region } = company as Record<string, unknown>;
  if (id === OUTSIDE) throw refuse('token_claims', 'company.id is reserved.', 'company.id');
  return {
    sub: readText(payload.sub, 'sub', 200),
    name: readText(payload.name, 'name', 200),
    email: readOptional(payload.email, 'email', 320),
    role: readRole(payload.role),
    company: {
      id: readText(typeof id === 'number' ? String(id) : id, 'company.id', 200),
      name: readText(name, 'company.name', 200),
      plan: readOptional(plan, 'company.plan', 50),
      region: readOptional(region, 'company.region', 50),
    },
  };
}

function readRole(value: unknown): PersonRole {
  const role = PERSON_ROLES.find((known) => known === value);
  if (!role) throw refuse('token_claims', `role takes ${PERSON_ROLES.join(', ')}.`, 'role');
  return role;
}

function readOptional(value: unknown, field: string, longest: number): string | null {
  return value === undefined || value === null || value === '' ? null : readText(value, field, longest);
}

/** One line of text: controls and direction marks have no place in a name. */
function readText(value: unknown, field: string, longest: number): string {
  const text =
    typeof value === 'string' ? value.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]+/gu, ' ').trim() : '';
  if (text === '' || text.length > longest) {
    throw refuse('token_claims', `${field} takes 1 to ${longest} characters.`, field);
  }
  return text;
}

function refuse(code: ErrorCode, message: string, field?: string): Refusal {
  return new Refusal(code, message, field === undefined ? {} : { field });
}
