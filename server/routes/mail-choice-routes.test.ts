import type { PageData } from '@beseda/shared/domain/page-data';
import { uuidv7 } from '@beseda/shared/domain/uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Context } from '../context/context';
import { sendMessage } from '../conversations/send-message';
import type { RequesterActor } from '../db/actor';
import { mailChoiceUrl, readMailOff } from '../mail/mail-choice';
import type { MailTransport, OutgoingMail } from '../mail/outgoing-mail';
import { sendDueMail } from '../mail/send-due-mail';
import { toMessage } from '../mail/to-message';
import { enterByLink } from '../portal/open-portal-session';
import type { TestDatabase } from '../testing/clone-database';
import { cloneTestDatabase } from '../testing/clone-test-database';
import { as, makeAgent, makeRequester } from '../testing/make-services';
import { type ArticleServer, serveArticles } from '../testing/serve-articles';
import { openTicket } from '../tickets/open-ticket';
import { updateTicket } from '../tickets/update-ticket';

const MESSAGE = { kind: 'message', channel: 'widget' } as const;
const DELAY_MS = 121_000;

let cloned: TestDatabase;
let server: ArticleServer;
let olga: RequesterActor;
let anna: Context;
let url: string;
let sent: OutgoingMail[];
const transport: MailTransport = {
  send: async (mail) => {
    sent.push(mail);
  },
  close: () => {},
};

beforeAll(async () => {
  cloned = await cloneTestDatabase();
  server = await serveArticles(cloned.appUrl);
  anna = as(server.services, await makeAgent(server.services));
});
afterAll(async () => {
  await server.close();
  await cloned.drop();
});
beforeEach(async () => {
  sent = [];
  olga = await makeRequester(server.services);
  url = pathOf(mailChoiceUrl(server.services, { personId: olga.personId, locale: 'ru' }));
});

const pathOf = (address: string) => address.slice(server.services.environment.publicUrl.length);
const offOf = () => readMailOff(server.services, olga.personId);
async function post(fields: Record<string, string>, query = ''): Promise<number> {
  const answer = await server.app.inject({
    method: 'POST',
    url: url + query,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(fields).toString(),
  });
  return answer.statusCode;
}
async function later(): Promise<OutgoingMail[]> {
  server.services.clock.now += DELAY_MS;
  sent = [];
  await sendDueMail(server.services, transport);
  return sent;
}
async function answered(): Promise<{ conversationId: string; number: number }> {
  const message = { clientId: uuidv7(), text: 'Вопрос', conversationId: uuidv7(), start: {} };
  const { number } = await sendMessage(as(server.services, olga), message, MESSAGE);
  const { conversationId } = message;
  await sendMessage(anna, { conversationId, clientId: uuidv7(), text: 'Ответ' }, MESSAGE);
  return { conversationId, number };
}

describe('the page where somebody chooses their mail', () => {
  it('needs no session, shows what comes, and changes nothing when it is opened', async () => {
    const { body, statusCode } = await server.app.inject({ url });
    expect(statusCode).toBe(200);
    const json = /<script type="application\/json">(.*)<\/script>/s.exec(body)?.[1] ?? '{}';
    const { data } = JSON.parse(json) as { data: Extract<PageData, { page: 'mail' }> };
    expect(data.wanted).toContain('answer');
    expect(await offOf()).toEqual([]);
  });

  it('keeps what is chosen, and the mails keep to it', async () => {
    expect(await post({ solved: '1', rating: '1' })).toBe(303);
    expect(await offOf()).toEqual(['confirmation', 'answer', 'followed', 'promise']);
    const { number } = await answered();
    await openTicket(as(server.services, olga), { clientId: uuidv7(), text: 'Ещё вопрос' });
    expect(await later()).toEqual([]);
    await updateTicket(anna, number, { status: 'solved' });
    const [mail] = await later();
    expect(mail?.text).toContain('Обращение решено.');
    expect(mail?.text).not.toContain('Ответ\n');
  });

  it('is taken by a mail reader’s own «unsubscribe» in one click, for that kind alone', async () => {
    await answered();
    const [mail] = await later();
    const { headers } = toMessage(mail as OutgoingMail);
    expect(headers).toMatchObject({
      'List-Unsubscribe': `<${server.services.environment.publicUrl}${url}?kind=answer>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    });
    expect(await post({ 'List-Unsubscribe': 'One-Click' }, '?kind=answer')).toBe(204);
    expect(await offOf()).toEqual(['answer']);
  });

  it('is nobody’s for a forged link', async () => {
    const stranger = await makeRequester(server.services, { company: 'other' });
    const theirs = pathOf(mailChoiceUrl(server.services, { personId: stranger.personId, locale: 'ru' }));
    url = `${theirs.split('.')[0] ?? ''}.${url.split('.')[1] ?? ''}`;
    expect(await post({})).toBe(404);
    expect((await server.app.inject({ url })).statusCode).toBe(404);
  });
});

describe('the link of a mail', () => {
  it('leads to the request and signs in its reader, once', async () => {
    const { number } = await answered();
    const [mail] = await later();
    const link = /\/help\/ru\/requests\/(\d+)#link=([\w-]+)/.exec(mail?.text ?? '');
    expect(Number(link?.[1])).toBe(number);
    const session = await enterByLink(server.services, link?.[2] ?? '');
    expect(session.secret).not.toBe('');
    await expect(enterByLink(server.services, link?.[2] ?? '')).rejects.toMatchObject({ code: 'link_spent' });
  });

  it('is the same when the mail is sent again after a failure, and ends after a week', async () => {
    await answered();
    server.services.clock.now += DELAY_MS;
    const texts: string[] = [];
    const failing: MailTransport = {
      send: async (mail) => {
        texts.push(mail.text);
        throw new Error('broken');
      },
      close: () => {},
    };
    await sendDueMail(server.services, failing);
    server.services.clock.now += 60_000;
    await sendDueMail(server.services, failing);
    const [first, second] = texts.map((text) => /#link=([\w-]+)/.exec(text)?.[1]);
    expect(second).toBe(first);
    server.services.clock.now += 8 * 86_400_000;
    await expect(enterByLink(server.services, first ?? '')).rejects.toMatchObject({ code: 'link_spent' });
  });
});
