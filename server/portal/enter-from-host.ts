import type { AppDirectory, AppRecord } from '../apps/find-app';
import type { Services } from '../context/context';
import { Refusal } from '../context/refusal';
import { verifyToken } from '../sessions/verify-token';
import { enterByToken, type PortalSession } from './open-portal-session';

export interface HostForm {
  app: string;
  token: string;
  /** As the browser says it. */
  origin: string | undefined;
}

/** A session, or whom it would be for: the visitor is to say that it is them. */
export type Entered = { session: PortalSession } | { ask: { name: string; company: string } };

/**
 * Lets in whom a host's form brings. A site that sends a token of its own would sign the visitor in as somebody else, and
 * read what they write then: only the app's pages may, and ours; where the browser does not say who has sent it, the
 * visitor is asked. Refuses with unknown_app, origin_not_allowed, or as enterByToken does.
 */
export async function enterFromHost(
  services: Services,
  directory: AppDirectory,
  form: HostForm,
): Promise<Entered> {
  const app = await directory.byKey(form.app);
  if (!app) throw new Refusal('unknown_app', 'There is no app with this key.', { field: 'app' });
  if (isUnsaid(services, directory, app, form.origin)) {
    const { role, name, company } = (await verifyToken(app, form.token, services.now())).claims;
    if (role !== 'distributor') return { ask: { name, company: company.name } };
  }
  return { session: await enterByToken(services, app, form.token, form) };
}

/** «null» comes from pages with `Referrer-Policy: no-referrer`, which is the habit of many servers. */
function isUnsaid(
  { environment }: Services,
  directory: AppDirectory,
  app: AppRecord,
  origin: string | undefined,
): boolean {
  if (origin === undefined || origin === 'null') return true;
  if (origin === new URL(environment.publicUrl).origin || app.origins.includes(origin)) return false;
  directory.refused.count(app.id, origin);
  throw new Refusal('origin_not_allowed', 'This site may not sign anybody in.');
}
