import type { AddressInfo, Socket } from 'node:net';
import { SMTPServer } from 'smtp-server';

export interface ReceivedMail {
  /** Of the envelope; empty: nowhere. */
  from: string;
  to: string[];
  /** Headers with their folding undone. */
  headers: string;
  raw: string;
}

/** What the server does with a mail: takes it, refuses it with a code, hangs, or hangs up after having taken it. */
type Behaviour = 'take' | 'hang' | 'drop' | { refuse: number; at: 'recipient' | 'content'; says?: string };

export interface TestReceiver {
  readonly url: string;
  readonly mails: ReceivedMail[];
  behaviour: Behaviour;
  /** Resolves when the next content has come in, whatever becomes of it. */
  nextContent(): Promise<void>;
  close(): Promise<void>;
}

/** A real SMTP server on the loopback interface. */
export async function openTestReceiver(): Promise<TestReceiver> {
  const sockets = new Set<Socket>();
  const waiting: (() => void)[] = [];
  const receiver = { mails: [] as ReceivedMail[], behaviour: 'take' as Behaviour };
  const refusal = (at: 'recipient' | 'content') => {
    const { behaviour } = receiver;
    if (typeof behaviour !== 'object' || behaviour.at !== at) return null;
    return Object.assign(new Error(behaviour.says ?? '5.7.1 olga@vita.example does not want this'), {
      responseCode: behaviour.refuse,
    });
  };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo: (_address, _session, done) => done(refusal('recipient')),
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        for (const tell of waiting.splice(0)) tell();
        const refused = refusal('content');
        if (refused) return done(refused);
        if (receiver.behaviour === 'hang') return;
        const raw = Buffer.concat(chunks).toString();
        const [head = ''] = raw.split('\r\n\r\n', 1);
        const to = session.envelope.rcptTo.map(({ address }) => address);
        const { mailFrom } = session.envelope;
        const from = mailFrom ? mailFrom.address : '';
        receiver.mails.push({ from, to, headers: head.replace(/\r\n[ \t]+/g, ' '), raw });
        if (receiver.behaviour === 'drop') for (const socket of sockets) socket.destroy();
        else done();
      });
    },
  });
  server.server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  server.on('error', () => {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return Object.assign(receiver, {
    url: `smtp://127.0.0.1:${port}`,
    nextContent: () => new Promise<void>((resolve) => waiting.push(resolve)),
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise<void>((resolve) => server.close(() => resolve()));
    },
  });
}

export function headerOf(mail: ReceivedMail | undefined, name: string): string | undefined {
  return new RegExp(`^${name}: (.*)$`, 'im').exec(mail?.headers ?? '')?.[1]?.trim();
}
