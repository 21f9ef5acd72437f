import { uuidv7 } from '@beseda/shared/domain/uuid';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { sendMessage } from '../../conversations/send-message';
import { type AgentActor, SYSTEM } from '../../db/actor';
import { mailPortalLink } from '../../portal/mail-portal-link';
import { as, makeAgent, type TestServices } from '../../testing/make-services';
import { type MailStage, openMailStage } from './open-mail-stage';

const CODE = {
  from: 'Apple ID <code@id.apple.example>',
  subject: 'Your verification code is 123456',
  text: 'Use 123456 to sign in.',
};

let stage: MailStage;
let services: TestServices;
let anna: AgentActor;

beforeAll(async () => {
  stage = await openMailStage();
  services = stage.services;
  anna = await makeAgent(services, 'Анна');
  await stage.setting('mail.accept', 'anyone');
  await stage.setting('mail.authentication', 'none');
});
afterAll(() => stage.close());
afterEach(() => stage.clear());

it('opens a ticket of somebody unverified, who is told its number and nothing of what they wrote', async () => {
  const { conversationId, ticket } = await stage.place(CODE);
  expect((await stage.threadOf(conversationId, anna)).conversation).toMatchObject({
    subject: CODE.subject,
    requester: { name: 'Apple ID' },
  });
  const input = { conversationId: conversationId ?? '', clientId: uuidv7(), text: 'Whom do you look for?' };
  await sendMessage(as(services, anna), input, { kind: 'message', channel: 'portal' });
  const confirmation = await stage.send();
  services.clock.now += 121_000;
  const mails = [...confirmation, ...(await stage.send())];
  expect(mails.map(({ subject }) => subject)).toEqual([
    `[#${ticket}] Your request to the support`,
    `[#${ticket}] Your request to the support`,
  ]);
  expect(mails.at(-1)?.text).toContain('Whom do you look for?');
  expect(JSON.stringify(mails)).not.toMatch(/123456|Apple|\/help\//);
});

it('is answered by mail only by its sender, who never gets a way to read it', async () => {
  const { conversationId, ticket } = await stage.place(CODE);
  await stage.send();
  const [sent] = await stage.outbox();
  const headers = [`In-Reply-To: <${sent?.messageId}@desk.example>`];
  expect(await stage.place({ ...CODE, headers, subject: `Re: [#${ticket}] Your request` })).toMatchObject({
    conversationId,
  });
  expect(await stage.place({ headers, from: 'eve@elsewhere.example' })).toMatchObject({ state: 'held' });
  await mailPortalLink(services, { email: 'code@id.apple.example', locale: 'en' });
  expect(await stage.send()).toEqual([]);
});

it('is confirmed to nobody whose address may be forged', async () => {
  await stage.setting('mail.authentication', 'headers');
  const placed = await stage.place(CODE);
  expect(placed).toMatchObject({ state: 'stored' });
  expect(await stage.outbox()).toEqual([]);
  const [sender] = await services.database.inTransaction(
    SYSTEM,
    ({ sql }) => sql<{ personId: string; companyId: string }[]>`
      select id as "personId", company_id as "companyId" from people`,
  );
  const to = sender && (await stage.addressOf(placed.conversationId ?? '', sender));
  expect(await stage.place({ ...CODE, ...(to ? { to } : {}) })).toMatchObject({ reason: 'not_believed' });
  await stage.setting('mail.authentication', 'none');
});
