import type { Services } from '../../context/context';
import { type AgentActor, SYSTEM } from '../../db/actor';
import type { Belief } from '../belief/belief';
import { judgeSender, soleAuthor } from '../belief/judge-sender';
import { findAgent, findPeople, isStaff, type KnownPerson } from './find-sender';
import { findTrail, type MailThread, type MailTrail } from './find-threads';
import type { ReceivedMail } from './placement';

/** Who wrote, as far as they are known, and what they answer. */
export interface Knowledge {
  /** Null: nobody says that they wrote it. */
  author: string | null;
  people: KnownPerson[];
  agent: AgentActor | null;
  trail: MailTrail;
}

export async function getToKnow(services: Services, received: ReceivedMail): Promise<Knowledge> {
  const { mail } = received;
  const author = soleAuthor(mail) ?? mail.from[0]?.address ?? null;
  return services.database.inTransaction(SYSTEM, async (tx) => ({
    author,
    people: author === null ? [] : await findPeople(tx, author),
    agent: author === null ? null : await findAgent(tx, author),
    trail: await findTrail(tx, mail, recipientsOf(received), services.environment.mailDomain),
  }));
}

export function believe(
  services: Services,
  { mail, envelope, way, remote, raw }: ReceivedMail,
): Promise<Belief> {
  return judgeSender(services, mail, { way, remote, raw, from: envelope.from });
}

/** As whom the sender takes part in a conversation: who asked, who follows, who manages the company. */
export function partOf(thread: MailThread, people: readonly KnownPerson[]): KnownPerson | undefined {
  return people.find(
    (person) =>
      isStaff(person) &&
      person.companyId === thread.companyId &&
      (person.role === 'manager' ||
        person.personId === thread.personId ||
        thread.followerIds.includes(person.personId)),
  );
}

/** The envelope tells; a mailbox that was looked into knows less of it than the mail does. */
function recipientsOf({ way, envelope, mail }: ReceivedMail): string[] {
  const named = [...mail.to, ...mail.cc].map(({ address }) => address);
  return way === 'smtp' ? envelope.to : [...envelope.to, ...named];
}
