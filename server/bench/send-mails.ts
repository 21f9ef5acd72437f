import type { AddressInfo } from 'node:net';
import { createTransport } from 'nodemailer';
import postgres from 'postgres';
import { SMTPServer } from 'smtp-server';
import { measureRate, type Rate } from './statistics';

/** A receiver of mail as it comes, which throws away what it gets. Gives its port. */
export async function serveBareSmtp(): Promise<number> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    onData: (stream, _session, done) => {
      stream.resume();
      stream.on('end', () => done());
    },
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return (server.server.address() as AddressInfo).port;
}

/** Mails of some kilobytes over connections that stay, each another one, from many addresses. */
export async function sendMails(input: {
  port: number;
  concurrency: number;
  seconds: number;
}): Promise<Rate> {
  const { port, concurrency, seconds } = input;
  const pool = createTransport({
    host: '127.0.0.1',
    port,
    pool: true,
    maxConnections: concurrency,
    maxMessages: Number.POSITIVE_INFINITY,
    ignoreTLS: true,
  });
  let sent = 0;
  const rate = await measureRate(concurrency, seconds, async () => {
    sent += 1;
    const from = `person-${sent}@company-${sent % 50}.example`;
    const to = 'support@bench.example';
    await pool.sendMail({ envelope: { from, to }, raw: compose(from, to, `${process.pid}.${sent}`) });
  });
  pool.close();
  return rate;
}

function compose(from: string, to: string, id: string): string {
  const text = 'Не могу найти, где посмотреть вывод средств за прошлый месяц.\r\n'.repeat(20);
  return [
    `From: Person <${from}>`,
    `To: ${to}`,
    `Message-ID: <${id}@bench.example>`,
    `Date: ${new Date().toUTCString()}`,
    `Subject: Question ${id}`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
    '',
    text,
  ].join('\r\n');
}

/** Mails that came to an end per second, from now until none is worked on. */
export async function awaitMails({ ownerUrl }: { ownerUrl: string }): Promise<number> {
  const sql = postgres(ownerUrl, { max: 1 });
  const count = () =>
    sql.begin(async (tx) => {
      await tx`select set_config('beseda.actor', 'system', true)`;
      const [row] = await tx<{ open: number }[]>`
        select count(*)::int as open from inbound_mails where state = 'received'`;
      return row?.open ?? 0;
    });
  const begun = performance.now();
  const before = await count();
  while ((await count()) > 0) await new Promise((resolve) => setTimeout(resolve, 20));
  await sql.end();
  return (before / (performance.now() - begun)) * 1_000;
}
