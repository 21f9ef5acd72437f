import type { Locale } from '@beseda/shared/domain/words';
import type { Services } from '../context/context';
import { type AgentActor, SYSTEM } from '../db/actor';
import { answerStranger } from './answer-stranger';
import type { Belief } from './belief/belief';
import { judgeSender, soleAuthor } from './belief/judge-sender';
import { findAgent, findPeople, isStaff, type KnownPerson } from './find-sender';
import { findTrail, type MailThread, type MailTrail } from './find-threads';
import { noteMail } from './note-mail';
import type { ParsedMail } from './parsing/parsed-mail';
import { type Placement, put, type ReceivedMail } from './placement';
import { writeAgentMail } from './write-agent-mail';
import { writeMail } from './write-mail';

/** Who wrote, as far as they are known, whether they are believed, and what they answer. */
interface Knowledge {
  author: string;
  belief: Belief;
  people: KnownPerson[];
  agent: AgentActor | null;
  trail: MailTrail;
}

/**
 * Decides whose mail this is and where it belongs, and does it: again gives the same. Nobody is believed on the word of
 * an address alone, and nothing in a mail opens a ticket that its sender does not take part in.
 */
export async function placeMail(services: Services, received: ReceivedMail): Promise<Placement> {
  const { mail } = received;
  if (mail.mailClass !== 'normal') return placeNotice(services, received);
  if (isOwn(services, mail)) return put('stored', 'own_mail');
  const known = await getToKnow(services, received);
  if (!known) return put('refused', 'no_sender');
  const { people, belief, agent, trail } = known;
  const isKnown = people.some(isStaff) || agent !== null;
  if (isKnown && belief !== 'believed') return put('held', 'not_believed');
  if (trail.replyAddress?.agentId) return placeAgentMail(services, received, known);
  const thread = trail.threads.find((one) => partOf(one, people)) ?? trail.threads[0];
  if (!thread) return placeNew(services, received, known);
  const person = partOf(thread, people);
  if (person) return writeMail(services, received, { person, thread });
  return put('held', agent ? 'agent_without_token' : 'not_participant');
}

/** What no person wrote opens nothing and is answered by nobody. */
async function placeNotice(services: Services, received: ReceivedMail): Promise<Placement> {
  const { mail } = received;
  const author = mail.from[0]?.address;
  const { trail, people } = await services.database.inTransaction(SYSTEM, async (tx) => ({
    trail: await findTrail(tx, mail, recipientsOf(received), services.environment.mailDomain),
    people: author ? await findPeople(tx, author) : [],
  }));
  const named = trail.named && partOf(trail.named, people) ? trail.named : undefined;
  const thread = trail.threads[0] ?? named;
  return thread ? noteMail(services, received, thread) : put('stored', mail.mailClass);
}

/** Only the agent whom the address was given to answers by it. */
async function placeAgentMail(
  services: Services,
  received: ReceivedMail,
  { agent, trail, belief }: Knowledge,
): Promise<Placement> {
  const { replyAddress } = trail;
  if (!agent || replyAddress?.agentId !== agent.agentId || belief !== 'believed')
    return put('held', 'foreign_token');
  return writeAgentMail(services, received, { agent, conversationId: replyAddress.conversationId });
}

/** What answers no mail of ours: only who takes part in it may name a ticket by its number. */
async function placeNew(services: Services, received: ReceivedMail, known: Knowledge): Promise<Placement> {
  const { people, trail, agent } = known;
  const named = trail.named && partOf(trail.named, people);
  if (trail.named && named) return writeMail(services, received, { person: named, thread: trail.named });
  const [person, other] = people.filter(isStaff);
  if (other) return put('held', 'several_companies');
  if (person) return writeMail(services, received, { person, thread: null });
  if (agent) return put('held', 'agent_without_token');
  if (people.some(({ served }) => !served)) return put('refused', 'not_served');
  const { author: address, belief } = known;
  const locale = people[0]?.locale ?? localeOf(received.mail);
  if (belief !== 'failed') await answerStranger(services, received, { address, locale });
  return put('refused', people.length > 0 ? 'distributor' : 'unknown_sender');
}

async function getToKnow(services: Services, received: ReceivedMail): Promise<Knowledge | null> {
  const { mail, envelope, way, remote, raw } = received;
  const author = soleAuthor(mail) ?? mail.from[0]?.address;
  if (!author) return null;
  const belief = await judgeSender(services, mail, { way, remote, raw, from: envelope.from });
  return services.database.inTransaction(SYSTEM, async (tx) => ({
    author,
    belief,
    people: await findPeople(tx, author),
    agent: await findAgent(tx, author),
    trail: await findTrail(tx, mail, recipientsOf(received), services.environment.mailDomain),
  }));
}

/** The envelope tells; a mailbox that was looked into knows less of it than the mail does. */
function recipientsOf({ way, envelope, mail }: ReceivedMail): string[] {
  const named = [...mail.to, ...mail.cc].map(({ address }) => address);
  return way === 'smtp' ? envelope.to : [...envelope.to, ...named];
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

/** Mail that we have sent ourselves, and that comes back to us. */
function isOwn({ environment }: Services, { from, headers }: ParsedMail): boolean {
  const support = `support@${environment.mailDomain}`;
  if (from.some(({ address }) => address.toLowerCase() === support)) return true;
  return headers.some(({ name, value }) => name === 'x-loop' && value.toLowerCase().includes(support));
}

function localeOf({ subject, text }: ParsedMail): Locale {
  return /\p{Script=Cyrillic}/u.test(subject + text) ? 'ru' : 'en';
}
