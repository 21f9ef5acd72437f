import { randomUUID } from 'node:crypto';
import { SignJWT } from 'jose';
import type { DemoPerson } from './people';

const lifetimeSeconds = 60 * 60;

export interface SigningApp {
  appKey: string;
  secret: Uint8Array | string;
  kid?: string;
}

/** What a host's server does for its signed-in user: an HS256 JWT for one app, good for an hour. */
export function signSupportToken(person: DemoPerson, app: SigningApp): Promise<string> {
  const { id, name, plan, region } = person.company;
  const issuedAt = Math.floor(Date.now() / 1000);
  return new SignJWT({
    name: person.name,
    email: person.email,
    role: person.role,
    company: { id, name, plan, region },
  })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT', ...(app.kid === undefined ? {} : { kid: app.kid }) })
    .setSubject(person.sub)
    .setAudience(app.appKey)
    .setIssuedAt(issuedAt)
    .setJti(randomUUID())
    .setExpirationTime(issuedAt + lifetimeSeconds)
    .sign(typeof app.secret === 'string' ? new TextEncoder().encode(app.secret) : app.secret);
}
