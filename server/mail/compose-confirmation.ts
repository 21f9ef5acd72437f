import type { ShownPromise } from '@beseda/shared/domain/event';
import { tellPromise } from '@beseda/shared/domain/tell-promise';
import type { Locale } from '@beseda/shared/domain/words';
import type { Services } from '../context/context';
import type { Transaction } from '../db/connect';
import { requestUrl } from '../portal/request-url';
import type { ClaimedMail } from './claim-mail';
import type { ComposedMail } from './composed-mail';
import { writeConfirmationMail } from './templates/confirmation-mail';

/** Mail knows nobody's zone: its times are the support's. */
const ZONE = 'Europe/Moscow';

interface Opened {
  number: number;
  subject: string;
  promise: ShownPromise | null;
  name: string;
  role: string;
  locale: Locale;
}

/** Null when the requester is served no more. The promise is the one that stands when the mail goes out. */
export async function composeConfirmation(
  services: Services,
  tx: Transaction,
  { conversationId }: ClaimedMail,
): Promise<ComposedMail | null> {
  const [opened] = await tx.sql<Opened[]>`
    select t.number::int, c.subject, t.promise, p.name, p.role, p.locale
    from conversations c join tickets t on t.conversation_id = c.id join people p on p.id = c.person_id
    where c.id = ${conversationId}`;
  if (!opened || opened.role === 'distributor') return null;
  const { locale, promise, name, number, subject } = opened;
  const reader = { locale, zone: ZONE, supportZone: ZONE, now: services.now() };
  return {
    body: writeConfirmationMail({
      locale,
      name,
      number,
      subject,
      promise: tellPromise(promise, reader),
      url: requestUrl(services, { locale, number }),
    }),
    name,
    locale,
    thread: [`conversation-${conversationId}`],
  };
}
