import { uuidv7 } from '@beseda/shared/domain/uuid';
import type { Services } from '../context/context';
import { addFollower } from '../conversations/follow-conversation';
import { sendMessage } from '../conversations/send-message';
import { type AgentActor, type RequesterActor, SYSTEM } from '../db/actor';
import { as, makeRequester } from '../testing/make-services';
import { updateTicket } from '../tickets/update-ticket';

/** A company with a row in every table that has a `company_id`, made by its owner, colleagues and their manager. */
export interface SeededCompany {
  id: string;
  owner: RequesterActor;
  colleague: RequesterActor;
  /** Follows the owner's conversation. */
  follower: RequesterActor;
  manager: RequesterActor;
  conversationId: string;
  number: number;
}

const SEND = { kind: 'message', channel: 'widget' } as const;
const NOTE = { kind: 'note', channel: 'widget' } as const;
/** Stands in every text that only agents may read. */
export const SECRET_TEXT = 'только-для-своих';

export async function seedCompany(
  services: Services,
  company: string,
  agent: AgentActor,
): Promise<SeededCompany> {
  const owner = await makeRequester(services, { company, name: `Owner of ${company}` });
  const colleague = await makeRequester(services, { company, name: `Colleague of ${company}` });
  const follower = await makeRequester(services, { company, name: `Follower of ${company}` });
  const manager = await makeRequester(services, { company, name: `Manager of ${company}`, role: 'manager' });
  const conversationId = uuidv7();
  const message = (text: string) => ({ conversationId, clientId: uuidv7(), text });
  const file = await addFile(services, owner);
  const first = { ...message(`Вопрос от ${company}`), start: {}, attachments: [file] };
  const { number } = await sendMessage(as(services, owner), first, SEND);
  await sendMessage(as(services, agent), message('Ответ'), SEND);
  await sendMessage(as(services, agent), message(SECRET_TEXT), NOTE);
  await updateTicket(as(services, agent), number, { priority: 'urgent', assignee: agent.agentId });
  await addFollower(as(services, agent), { number, personId: follower.personId });
  await addRest(services, owner, conversationId);
  await addServiceLevels(services, { companyId: owner.companyId, conversationId, agentId: agent.agentId });
  return { id: owner.companyId, owner, colleague, follower, manager, conversationId, number };
}

async function addFile({ database }: Services, owner: RequesterActor): Promise<string> {
  const id = uuidv7();
  await database.inTransaction(
    owner,
    ({ sql }) => sql`
      insert into attachments (id, company_id, uploader_id, client_id, sha256, name, type, size)
      values (${id}, ${owner.companyId}, ${owner.personId}, ${uuidv7()}, 'hash', 'file.txt', 'text/plain', 1)`,
  );
  return id;
}

async function addServiceLevels(
  { database }: Services,
  { companyId, conversationId, agentId }: { companyId: string; conversationId: string; agentId: string },
): Promise<void> {
  const clockId = uuidv7();
  await database.inTransaction(SYSTEM, async ({ sql }) => {
    await sql`
      insert into clocks (id, conversation_id, company_id, kind, target_seconds, started_at)
      values (${clockId}, ${conversationId}, ${companyId}, 'resolution', 60, now())`;
    await sql`
      insert into alerts (id, agent_id, company_id, conversation_id, clock_id, kind, due_at)
      values (${uuidv7()}, ${agentId}, ${companyId}, ${conversationId}, ${clockId}, 'warning', now())`;
    await sql`
      insert into agent_notices (id, agent_id, company_id, conversation_id, kind, seq)
      values (${uuidv7()}, ${agentId}, ${companyId}, ${conversationId}, 'assigned', 1)`;
    await sql`update companies set plan = 'start' where id = ${companyId}`;
  });
}

/** What no verb of a conversation writes. */
async function addRest(
  { database }: Services,
  { personId, companyId }: RequesterActor,
  conversationId: string,
): Promise<void> {
  const evidence = '{"shown":[],"opened":[],"refused":[]}';
  await database.inTransaction(SYSTEM, async ({ sql }) => {
    await sql`
      insert into sessions (id, secret_hash, kind, person_id, company_id, expires_at)
      values (${uuidv7()}, ${uuidv7()}, 'requester', ${personId}, ${companyId}, now() + interval '1 day')`;
    await sql`
      insert into uploads (id, company_id, uploader_id, client_id, name, size)
      values (${uuidv7()}, ${companyId}, ${personId}, ${uuidv7()}, 'file.txt', 1)`;
    await sql`
      insert into article_votes (article_number, voter_id, company_id, locale, helpful)
      values (101, ${personId}, ${companyId}, 'ru', true)`;
    await sql`
      insert into article_comments (id, article_number, locale, person_id, company_id, text, state)
      values (${uuidv7()}, 101, 'ru', ${personId}, ${companyId}, 'Не открывается', 'shown')`;
    await sql`
      insert into call_codes (id, code, company_id, person_id, expires_at)
      values (${uuidv7()}, ${personId.slice(-6)}, ${companyId}, ${personId}, now() + interval '15 minutes')`;
    await sql`insert into person_phones (person_id, company_id, number) values (${personId}, ${companyId}, '+74951112233')`;
    await sql`
      insert into calls (id, external_id, state, caller_number, company_id, started_at)
      values (${uuidv7()}, ${uuidv7()}, 'ended', '+74951112233', ${companyId}, now())`;
    await sql`
      insert into call_backs (id, company_id, conversation_id, number, due_at)
      values (${uuidv7()}, ${companyId}, ${conversationId}, '+74951112233', now())`;
    await sql`
      insert into ratings (conversation_id, company_id, person_id, score, rated_at)
      values (${conversationId}, ${companyId}, ${personId}, 'good', now())`;
    await sql`
      insert into deflections (person_id, client_id, company_id, article_number, locale, evidence)
      values (${personId}, ${uuidv7()}, ${companyId}, 101, 'ru', ${evidence}::text::jsonb)`;
    await sql`
      insert into page_needs (company_id, day, route, article_number, readers, helped)
      values (${companyId}, current_date, '/wallets/*', 101, '{v}', '{}')`;
    await sql`
      insert into article_searches (id, kind, place, locale, company_id, visitor, query, query_key, shown, opened, refused, outcome)
      values (${uuidv7()}, 'search', 'panel', 'ru', ${companyId}, 'v', 'вывод', 'вывод', '{}', '{}', '{}', 'none')`;
    await sql`
      insert into inbound_mails (id, way, state, envelope_to, size, conversation_id, company_id, due_at)
      values (${uuidv7()}, 'smtp', 'stored', '{}', 1, ${conversationId}, ${companyId}, now())`;
    await sql`
      insert into reply_addresses (token, conversation_id, company_id, person_id)
      values (${uuidv7()}, ${conversationId}, ${companyId}, ${personId})`;
  });
}
