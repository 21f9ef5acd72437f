import type { SessionCreated } from '@beseda/shared/protocol/http';
import { addAgent } from '../agents/add-agent';
import { createSignInLink } from '../agents/create-sign-in-link';
import { type AddedApp, addApp } from '../apps/add-app';
import { readEnvironment } from '../config/read-environment';
import { SYSTEM } from '../db/actor';
import { connectDatabase } from '../db/connect';
import { migrate } from '../db/migrate';
import type { DemoPerson } from '../demo/people';
import { signSupportToken } from '../demo/sign-support-token';
import { DESK_COOKIE } from '../http/authenticate';
import { startEmbeddedPostgres } from '../postgres/start-embedded-postgres';

/** What somebody needs to knock at servers on one database: an app and agents who have their sign-in links. */
export interface Install {
  site: AddedApp;
  links: string[];
}

/** `agents`: how many. The links are good for one sign-in each. */
export async function prepareInstall(
  urls: { ownerUrl: string; appUrl: string },
  agents: number,
): Promise<Install> {
  await migrate(urls.ownerUrl);
  const database = connectDatabase(urls.appUrl, { max: 2 });
  const services = { database, now: Date.now, environment: readEnvironment({}, '/'), actor: SYSTEM };
  try {
    const site = await addApp(services, {
      name: 'Офис',
      origins: ['https://office.example'],
      trustedClaims: true,
    });
    const links: string[] = [];
    for (let i = 0; i < agents; i++) {
      const email = `agent-${i}@desk.example`;
      await addAgent(services, { email, role: 'agent' });
      links.push(await createSignInLink(services, email));
    }
    return { site, links };
  } finally {
    await database.close();
  }
}

/** The same in the embedded database of a data directory, before a server starts on it. */
export async function prepareDataDir(dataDir: string, agents: number): Promise<Install> {
  const cluster = await startEmbeddedPostgres({ dataDir });
  try {
    return await prepareInstall(cluster, agents);
  } finally {
    await cluster.stop();
  }
}

/** A staff member of a company by its id. */
export function personOf(company: string, sub: string): DemoPerson {
  return {
    sub,
    name: sub,
    latinName: sub,
    email: `${sub}@${company}.example`,
    role: 'staff',
    company: { id: company, name: company, latinName: company, plan: 'business', region: 'RU' },
  };
}

/** A session, the way the widget gets it. */
export async function signInPerson(url: string, site: AddedApp, person: DemoPerson): Promise<string> {
  const token = await signSupportToken(person, { appKey: site.key, ...site });
  const answer = await post(`${url}/api/v1/session`, { app: site.key, token });
  return ((await answer.json()) as SessionCreated).session;
}

/** Spends a sign-in link and gives the secret of the desk's cookie. */
export async function signInAgent(url: string, link: string): Promise<string> {
  const answer = await post(`${url}/api/v1/desk/session`, { link: new URL(link).hash.slice(1) });
  const cookie = answer.headers.getSetCookie().find((one) => one.startsWith(`${DESK_COOKIE}=`));
  return cookie?.slice(DESK_COOKIE.length + 1).split(';')[0] ?? '';
}

async function post(url: string, body: object): Promise<Response> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${url}: ${answer.status} ${await answer.text()}`);
  return answer;
}
