import { Readable } from 'node:stream';
import type { SMTPServerDataStream, SMTPServerOptions, SMTPServerSession } from 'smtp-server';
import type { Services } from '../../context/context';
import { describeError } from '../../context/logger';
import { Refusal } from '../../context/refusal';
import { mostMailBytes, storeInbound } from '../store-inbound';
import type { ClientLimits } from './client-limits';
import { isOurs } from './is-ours';

const MOST_RECIPIENTS = 100;

type Handlers = Required<
  Pick<SMTPServerOptions, 'onConnect' | 'onMailFrom' | 'onRcptTo' | 'onData' | 'onClose'>
>;

/** What is said to whoever delivers. «250» to a mail's content comes after its bytes are durable. */
export function handlersOf(services: Services, limits: ClientLimits): Handlers {
  const { mailDomain } = services.environment;
  const entered = new WeakSet<SMTPServerSession>();
  return {
    onConnect(session, done) {
      if (!limits.enter(session.remoteAddress)) {
        return done(reply(421, 'Too many connections from your address, try again later'));
      }
      entered.add(session);
      done();
    },
    onMailFrom(_address, session, done) {
      if (!limits.mayMail(session.remoteAddress)) {
        return done(reply(451, 'Too many mails from your address, try again later'));
      }
      done();
    },
    onRcptTo({ address }, session, done) {
      if (session.envelope.rcptTo.length >= MOST_RECIPIENTS) return done(reply(452, 'Too many recipients'));
      if (isOurs(address, mailDomain)) return done();
      if (!limits.mayGuess(session.remoteAddress)) {
        return done(reply(421, 'Too many unknown recipients, try again later'));
      }
      done(reply(550, 'There is no such mailbox here'));
    },
    onData(stream, session, done) {
      receive(services, stream, session).then(
        (id) => done(null, `Stored as ${id}`),
        (error: unknown) => done(explain(services, error)),
      );
    },
    onClose(session) {
      if (entered.delete(session)) limits.left(session.remoteAddress);
    },
  };
}

async function receive(
  services: Services,
  stream: SMTPServerDataStream,
  { remoteAddress, hostNameAppearsAs, envelope }: SMTPServerSession,
): Promise<string> {
  const from = envelope.mailFrom ? envelope.mailFrom.address : null;
  const most = await mostMailBytes(services);
  const { id } = await storeInbound(services, {
    raw: Readable.from(readUpTo(stream, most), { objectMode: false }),
    way: 'smtp',
    envelope: { from, to: envelope.rcptTo.map(({ address }) => address) },
    remote: { address: remoteAddress.replace(/^::ffff:/i, ''), helo: hostNameAppearsAs || '' },
  });
  return id;
}

/** What is too large is read to its end, so that its sender hears why it was refused; no byte of the rest is kept. */
async function* readUpTo(stream: Readable, most: number): AsyncGenerator<Buffer> {
  let size = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= most) yield chunk;
  }
  if (size > most) throw new Refusal('body_too_large', 'The mail is too large.');
}

/** Whatever went wrong here, the sender keeps the mail and comes back with it. */
function explain(services: Services, error: unknown): Error {
  if (error instanceof Refusal && error.code === 'body_too_large') {
    return reply(552, 'The mail is larger than is taken here');
  }
  services.log.warn(describeError(error), 'mail not stored');
  return reply(451, 'The mail could not be stored now, try again later');
}

function reply(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}
