import { SignJWT } from 'jose';
import type { App } from './server-process';

export interface Person {
  sub: string;
  name: string;
  role: 'staff' | 'manager' | 'distributor';
  company: { id: string; name: string; plan?: string; region?: string };
}

const COMPANY = { id: 'romashka', name: 'Ромашка', plan: 'start', region: 'RU' };

export const PEOPLE = {
  olga: { sub: 'olga', name: 'Ольга Седова', role: 'staff', company: COMPANY },
  igor: { sub: 'igor', name: 'Игорь Ким', role: 'staff', company: COMPANY },
  newcomer: { sub: 'newcomer', name: 'Нина Ли', role: 'staff', company: COMPANY },
  distributor: { sub: 'd-1', name: 'Дина Ли', role: 'distributor', company: COMPANY },
} as const satisfies Record<string, Person>;

/** What a host's server does for its signed-in user. */
export function signToken(app: App, { sub, name, role, company }: Person): Promise<string> {
  return new SignJWT({ name, email: `${sub}@romashka.example`, role, company })
    .setProtectedHeader({ alg: 'HS256', kid: app.kid })
    .setSubject(sub)
    .setAudience(app.key)
    .setIssuedAt()
    .setExpirationTime('1h')
    .sign(new TextEncoder().encode(app.secret));
}
