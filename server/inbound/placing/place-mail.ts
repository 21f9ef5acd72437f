import type { Locale } from '@beseda/shared/domain/words';
import { nowIso, type Services } from '../../context/context';
import { SYSTEM } from '../../db/actor';
import { noteBounce } from '../../mail/note-bounce';
import type { Belief } from '../belief/belief';
import type { ParsedMail } from '../parsing/parsed-mail';
import { answerStranger } from './answer-stranger';
import { isStaff } from './find-sender';
import { believe, getToKnow, type Knowledge, partOf } from './get-to-know';
import { addNewcomer, findCompaniesByDomain } from './newcomers';
import { noteMail } from './note-mail';
import { findOutsider } from './outsiders';
import { type Placement, put, type ReceivedMail } from './placement';
import { writeAgentMail } from './write-agent-mail';
import { writeMail } from './write-mail';

/**
 * Decides whose mail this is and where it belongs, and does it: again gives the same. Nobody is believed on the word of
 * an address alone, and nothing in a mail opens a ticket that its sender does not take part in.
 */
export async function placeMail(services: Services, received: ReceivedMail): Promise<Placement> {
  const { mail } = received;
  if (mail.mailClass !== 'normal') return placeNotice(services, received);
  if (isOwn(services, mail)) return put('stored', 'own_mail');
  const known = await getToKnow(services, received);
  if (known.author === null) return put('refused', 'no_sender');
  const belief = await believe(services, received);
  const { people, agent, trail } = known;
  const isKnown = people.some((person) => isStaff(person) && !person.outside) || agent !== null;
  if (isKnown && belief !== 'believed') return put('held', 'not_believed');
  if (trail.replyAddress?.agentId) return placeAgentMail(services, received, known);
  const thread = trail.threads.find((one) => partOf(one, people)) ?? trail.threads[0];
  if (!thread) return placeNew(services, received, known, belief);
  const person = partOf(thread, people);
  if (person && belief !== 'believed') return put('held', 'not_believed');
  if (person) return writeMail(services, received, { person, thread });
  return put('held', agent ? 'agent_without_token' : 'not_participant');
}

/** What no person wrote opens nothing and is answered by nobody. */
async function placeNotice(services: Services, received: ReceivedMail): Promise<Placement> {
  const { mail, envelope } = received;
  if (mail.bounce) {
    const noted = await noteBounce(services, { bounce: mail.bounce, envelope });
    return put('stored', mail.mailClass, noted);
  }
  const { trail, people } = await getToKnow(services, received);
  const named = trail.named && partOf(trail.named, people) ? trail.named : undefined;
  const thread = trail.threads[0] ?? named;
  return thread ? noteMail(services, received, thread) : put('stored', mail.mailClass);
}

/** Only the agent whom the address was given to answers by it. */
async function placeAgentMail(
  services: Services,
  received: ReceivedMail,
  { agent, trail }: Knowledge,
): Promise<Placement> {
  const { replyAddress } = trail;
  if (!agent || replyAddress?.agentId !== agent.agentId) return put('held', 'foreign_token');
  return writeAgentMail(services, received, { agent, conversationId: replyAddress.conversationId });
}

/** What answers no mail of ours: only who takes part in it may name a ticket by its number. */
async function placeNew(
  services: Services,
  received: ReceivedMail,
  { author: address, people, trail, agent }: Knowledge,
  belief: Belief,
): Promise<Placement> {
  const named = trail.named && partOf(trail.named, people);
  if (trail.named && named) return writeMail(services, received, { person: named, thread: trail.named });
  const [person, other] = people.filter((one) => isStaff(one) && !one.outside);
  if (other) return put('held', 'several_companies');
  if (person) return writeMail(services, received, { person, thread: null });
  if (agent) return put('held', 'agent_without_token');
  if (people.some(({ served }) => !served)) return put('refused', 'not_served');
  const locale = people[0]?.locale ?? localeOf(received.mail);
  if (address !== null && people.every(({ outside }) => outside)) {
    const placed = await placeNewcomer(services, received, { address, locale, belief });
    if (placed) return placed;
  }
  const isOpen = (await services.settings.get('mail.accept')) === 'anyone';
  if (isOpen && address !== null && belief !== 'failed' && people.every(({ outside }) => outside)) {
    return placeStranger(services, received, { address, locale, confirms: belief === 'believed' });
  }
  if (address !== null && belief !== 'failed') await answerStranger(services, received, { address, locale });
  return put('refused', people.length > 0 ? 'distributor' : 'unknown_sender');
}

/** Staff of a company that says which domains are its own. Null: no company does. */
async function placeNewcomer(
  services: Services,
  received: ReceivedMail,
  { address, locale, belief }: { address: string; locale: Locale; belief: Belief },
): Promise<Placement | null> {
  const { database } = services;
  const [company, other] = await database.inTransaction(SYSTEM, (tx) => findCompaniesByDomain(tx, address));
  if (!company) return null;
  if (other) return put('held', 'several_companies');
  if (belief !== 'believed') return put('held', 'not_believed');
  const name = received.mail.from[0]?.name ?? '';
  const person = await database.inTransaction(SYSTEM, (tx) =>
    addNewcomer(tx, company.id, { address, name, locale, at: nowIso(services) }),
  );
  return writeMail(services, received, { person, thread: null });
}

/** A ticket of somebody whom nobody knows; an address that may not be theirs is told nothing. */
async function placeStranger(
  services: Services,
  received: ReceivedMail,
  { address, locale, confirms }: { address: string; locale: Locale; confirms: boolean },
): Promise<Placement> {
  const name = received.mail.from[0]?.name ?? '';
  const person = await services.database.inTransaction(SYSTEM, (tx) =>
    findOutsider(tx, { address, name, locale, at: nowIso(services) }),
  );
  return writeMail(services, received, { person, thread: null, confirms });
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
