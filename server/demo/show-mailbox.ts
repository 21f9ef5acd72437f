import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyInstance, FastifyReply } from 'fastify';
import PostalMime from 'postal-mime';
import type { Services } from '../context/context';
import { notFound } from '../context/refusal';
import { SYSTEM } from '../db/actor';
import { toIso } from '../db/instants';
import { mailFileName } from '../mail/folder-transport';
import { type ShownMail, writeList, writeMailPage } from './write-mailbox';

const SHOWN = 100;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

interface KeptMail {
  id: string;
  createdAt: string;
}

/**
 * `/demo-mail` of a demo install without `SMTP_URL`: the mails that would have gone out. Agents' links to sign in are left
 * out, as whoever can open this page may open all that is in it.
 */
export async function showMailbox(app: FastifyInstance, services: Services): Promise<void> {
  app.get('/demo-mail', async (_request, reply) => {
    const kept = await findKept(services, null);
    const mails = await Promise.all(kept.map((mail) => read(services, mail)));
    return sendPage(reply, (nonce) =>
      writeList(
        mails.filter((mail) => mail !== null),
        nonce,
      ),
    );
  });
  app.get<{ Params: { id: string } }>('/demo-mail/:id', async (request, reply) => {
    const mail = await open(services, request.params.id);
    return sendPage(reply, (nonce) => writeMailPage(mail, nonce));
  });
  app.get<{ Params: { id: string } }>('/demo-mail/:id/html', async (request, reply) => {
    const { html } = await open(services, request.params.id);
    return reply
      .header(
        'content-security-policy',
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox",
      )
      .header('cache-control', 'no-store')
      .type('text/html; charset=utf-8')
      .send(html.replace('<head>', '<head><base target="_blank">'));
  });
}

async function open(services: Services, id: string): Promise<ShownMail> {
  const [kept] = UUID.test(id) ? await findKept(services, id) : [];
  const mail = kept && (await read(services, kept));
  if (!mail) throw notFound();
  return mail;
}

async function findKept({ database }: Services, id: string | null): Promise<KeptMail[]> {
  const rows = await database.inTransaction(
    SYSTEM,
    ({ sql }) => sql<KeptMail[]>`
      select id, created_at as "createdAt" from mail_outbox
      where state = 'sent' and kind <> 'sign_in' and (${id}::uuid is null or id = ${id}::uuid)
      order by sent_at desc limit ${SHOWN}`,
  );
  return rows.map((row) => ({ id: row.id, createdAt: toIso(row.createdAt) }));
}

/** Null: it went out by a server, or somebody has removed the file. */
async function read({ environment }: Services, mail: KeptMail): Promise<ShownMail | null> {
  const path = join(environment.dataDir, 'mail', mailFileName(mail));
  const raw = await readFile(path).catch(() => null);
  if (!raw) return null;
  const { subject = '', from, to, text = '', html = '' } = await PostalMime.parse(raw);
  const tell = (given: { name?: string; address?: string | undefined } | undefined) =>
    [given?.name, given?.address].filter(Boolean).join(' · ');
  return { id: mail.id, subject, from: tell(from), to: tell(to?.[0]), at: mail.createdAt, text, html };
}

function sendPage(reply: FastifyReply, write: (nonce: string) => string): FastifyReply {
  const nonce = randomBytes(18).toString('base64url');
  return reply
    .header(
      'content-security-policy',
      `default-src 'none'; style-src 'nonce-${nonce}'; img-src data:; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    )
    .header('cache-control', 'no-store')
    .type('text/html; charset=utf-8')
    .send(write(nonce));
}
