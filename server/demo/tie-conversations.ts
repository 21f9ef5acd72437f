import { uuidv7 } from '@beseda/shared/domain/uuid';
import { contextFor, type Services } from '../context/context';
import { addFollower } from '../conversations/follow-conversation';
import { sendMessage } from '../conversations/send-message';
import { SYSTEM } from '../db/actor';
import { recordCall } from '../phone/record-call';
import { mergeTickets } from '../tickets/merge-tickets';
import { updateTicket } from '../tickets/update-ticket';
import { demoPeople } from './people';
import { type DemoAgents, makeRequester, type Replayed } from './replay-conversations';

const MINUTE_MS = 60_000;

/** What has to do with more than one ticket: a merged one, one that goes on from an old one, a follower; and a call. */
export async function tieConversations(
  services: Services,
  agents: DemoAgents,
  replayed: ReadonlyMap<string, Replayed>,
): Promise<void> {
  const known = (key: string): Replayed => {
    const found = replayed.get(key);
    if (!found) throw new Error(`No demo conversation has the key ${key}.`);
    return found;
  };
  const ago = (minutes: number): Services => {
    const at = services.now() - minutes * MINUTE_MS;
    return { ...services, now: () => at };
  };
  const register = known('register');
  await addFollower(contextFor(ago(60), agents.anna), {
    number: register.number,
    personId: known('api').requester.personId,
  });
  await talk(ago(48), agents);
  const { requester, conversationId } = known('password');
  const text =
    'Теперь то же у другого участника, 20911, но кнопки «Отключить подтверждение» в его карточке нет.';
  const again = { conversationId, clientId: uuidv7(), text };
  await sendMessage(contextFor(ago(34), requester), again, { kind: 'message', channel: 'widget' });
  const into = known('bonus').number;
  await mergeTickets(contextFor(ago(5), agents.mikhail), { number: known('bonus again').number, into });
}

/** Somebody rang, was told something, and is to be rung back two hours later. */
async function talk(services: Services, agents: DemoAgents): Promise<void> {
  const caller = await makeRequester(services, {
    sub: 'vita-plus-58',
    name: 'Кирилл Мельник',
    email: 'k.melnik@vita-plus.example',
    company: demoPeople.business.company,
  });
  const ctx = contextFor(services, agents.anna);
  const number = await recordCall(ctx, {
    clientId: uuidv7(),
    personId: caller.personId,
    subject: 'Не приходят письма с подтверждением',
    text: 'Новым участникам со вчерашнего вечера не приходит письмо с подтверждением регистрации.',
    answer: 'Проверим отправку за вчера и сегодня и перезвоним.',
    note: 'Домен почты у всех один, mail.ru. Похоже на их фильтр.',
    type: 'problem',
    priority: 'high',
    callBack: {
      number: '+7 843 200-15-40',
      dueAt: new Date(services.now() + 120 * MINUTE_MS).toISOString(),
      note: 'Сказать, ушли ли письма за вчера',
    },
  });
  await updateTicket(ctx, number, { assignee: agents.anna.agentId });
}

/** Nobody shall be mailed about a made-up past, and agents have read what does not wait for them. */
export async function settlePast({ database }: Services): Promise<void> {
  await database.inTransaction(SYSTEM, async ({ sql }) => {
    await sql`
      update conversations c set requester_read_seq = c.last_public_seq, requester_unread = 0,
        agent_read_seq = case when t.waiting_since is null then c.last_seq else c.agent_read_seq end
      from tickets t where t.conversation_id = c.id`;
    await sql`delete from mail_outbox where conversation_id is not null`;
  });
}
