import type { Services } from '../context/context';
import { SYSTEM } from '../db/actor';
import type { Belief } from './belief/belief';
import { judgeSender, soleAuthor } from './belief/judge-sender';
import { findAgent, findPeople, isStaff, type KnownPerson } from './find-sender';
import { findTrail, type MailThread, type MailTrail } from './find-threads';
import type { ParsedMail } from './parsing/parsed-mail';
import { type Placement, put, type ReceivedMail } from './placement';
import { writeMail } from './write-mail';

/** Where one who wrote is known, what they answer, and whether they are believed. */
interface Knowledge {
  author: string;
  belief: Belief;
  people: KnownPerson[];
  isAgent: boolean;
  trail: MailTrail;
}

/**
 * Decides whose mail this is and where it belongs, and does it: again gives the same. Nobody is believed on the word of
 * an address alone, and nothing in a mail opens a ticket that its sender does not take part in.
 */
export async function placeMail(services: Services, received: ReceivedMail): Promise<Placement> {
  const { mail } = received;
  if (isOwn(services, mail)) return put('refused', 'own_mail');
  if (mail.mailClass !== 'normal') return put('stored', mail.mailClass);
  const known = await getToKnow(services, received);
  if (!known) return put('refused', 'no_sender');
  const { people, belief, isAgent, trail } = known;
  if ((people.some(isStaff) || isAgent) && belief !== 'believed') return put('held', 'not_believed');
  const thread = trail.threads.find((one) => partOf(one, people)) ?? trail.threads[0];
  if (thread) {
    const person = partOf(thread, people);
    return person ? writeMail(services, received, { person, thread }) : put('held', 'not_participant');
  }
  return placeNew(services, received, known);
}

/** What answers no mail of ours: only who takes part in it may name a ticket by its number. */
async function placeNew(services: Services, received: ReceivedMail, known: Knowledge): Promise<Placement> {
  const { people, trail, isAgent } = known;
  const named = trail.named && partOf(trail.named, people);
  if (trail.named && named) return writeMail(services, received, { person: named, thread: trail.named });
  const staff = people.filter(isStaff);
  const [person, other] = staff;
  if (other) return put('held', 'several_companies');
  if (person) return writeMail(services, received, { person, thread: null });
  if (isAgent) return put('held', 'agent_without_token');
  if (people.some(({ served }) => !served)) return put('refused', 'not_served');
  return put('refused', people.length > 0 ? 'distributor' : 'unknown_sender');
}

async function getToKnow(services: Services, received: ReceivedMail): Promise<Knowledge | null> {
  const { mail, envelope, way, remote, raw } = received;
  const author = soleAuthor(mail) ?? mail.from[0]?.address;
  if (!author) return null;
  const { mailDomain } = services.environment;
  const belief = await judgeSender(services, mail, { way, remote, raw, from: envelope.from });
  const recipients =
    way === 'smtp' ? envelope.to : [...envelope.to, ...[...mail.to, ...mail.cc].map((to) => to.address)];
  return services.database.inTransaction(SYSTEM, async (tx) => ({
    author,
    belief,
    people: await findPeople(tx, author),
    isAgent: (await findAgent(tx, author)) !== null,
    trail: await findTrail(tx, mail, recipients, mailDomain),
  }));
}

/** As whom the sender takes part in a conversation: who asked, who follows, who manages the company. */
function partOf(thread: MailThread, people: readonly KnownPerson[]): KnownPerson | undefined {
  return people.find(
    (person) =>
      isStaff(person) &&
      person.companyId === thread.companyId &&
      (person.role === 'manager' ||
        person.personId === thread.personId ||
        thread.followerIds.includes(person.personId)),
  );
}

/** Mail that we have sent ourselves, and that somebody sends on to us. */
function isOwn({ environment }: Services, { from, headers }: ParsedMail): boolean {
  const support = `support@${environment.mailDomain}`;
  if (from.some(({ address }) => address.toLowerCase() === support)) return true;
  return headers.some(({ name, value }) => name === 'x-loop' && value.toLowerCase().includes(support));
}
