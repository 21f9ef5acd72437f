import { createHmac, timingSafeEqual } from 'node:crypto';
import {
  type Locale,
  NOTICE_KINDS,
  type NoticeKind,
  PERSON_MAILS,
  type PersonMail,
} from '@beseda/shared/domain/words';
import type { Context, Services } from '../context/context';
import { notFound } from '../context/refusal';
import { SYSTEM } from '../db/actor';

const TOKEN = /^([\w-]{22})\.([\w-]{22})$/;

type Signer = Pick<Services, 'environment' | 'secrets'>;

/** The page on which one person chooses their mail: without a session, for ever, and for this alone. */
export function mailChoiceUrl(
  { environment, secrets }: Signer,
  { personId, locale }: { personId: string; locale: Locale },
): string {
  return `${environment.publicUrl}/help/${locale}/mail/${packId(personId)}.${signatureOf(secrets.mailLinks, personId)}`;
}

/** Whose page it is; null: a forged token. */
export function readChoiceToken({ secrets }: Pick<Services, 'secrets'>, token: string): string | null {
  const [, packed = '', signature = ''] = TOKEN.exec(token) ?? [];
  const personId = unpackId(packed);
  const expected = Buffer.from(signatureOf(secrets.mailLinks, personId));
  const given = Buffer.from(signature);
  return given.length === expected.length && timingSafeEqual(given, expected) ? personId : null;
}

function packId(id: string): string {
  return Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url');
}

function unpackId(packed: string): string {
  const hex = Buffer.from(packed, 'base64url').toString('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

function signatureOf(secret: string, personId: string): string {
  return createHmac('sha256', secret).update(`choice\n${personId}`).digest('base64url').slice(0, 22);
}

/** Kinds of mail that a person does without; null: there is no such person any more. */
export async function readMailOff(services: Services, personId: string): Promise<PersonMail[] | null> {
  const [row] = await services.database.inTransaction(
    SYSTEM,
    ({ sql }) => sql<{ off: PersonMail[] }[]>`select mail_off as off from people where id = ${personId}`,
  );
  return row?.off ?? null;
}

export async function saveMailOff(
  services: Services,
  personId: string,
  off: readonly string[],
): Promise<void> {
  const kinds = PERSON_MAILS.filter((kind) => off.includes(kind));
  await services.database.inTransaction(
    SYSTEM,
    ({ sql }) => sql`update people set mail_off = ${kinds} where id = ${personId}`,
  );
}

/** What this agent is not told of by mail. Refuses with `not_found` who is no agent. */
export async function readNoticeChoice({ actor, database }: Context): Promise<{ off: NoticeKind[] }> {
  if (actor.kind !== 'agent') throw notFound();
  const [row] = await database.inTransaction(
    SYSTEM,
    ({ sql }) => sql<{ off: NoticeKind[] }[]>`select mail_off as off from agents where id = ${actor.agentId}`,
  );
  return { off: row?.off ?? [] };
}

export async function saveNoticeChoice(
  ctx: Context,
  off: readonly NoticeKind[],
): Promise<{ off: NoticeKind[] }> {
  const { actor, database } = ctx;
  if (actor.kind !== 'agent') throw notFound();
  const kinds = NOTICE_KINDS.filter((kind) => off.includes(kind));
  await database.inTransaction(
    SYSTEM,
    ({ sql }) => sql`update agents set mail_off = ${kinds} where id = ${actor.agentId}`,
  );
  return { off: kinds };
}
