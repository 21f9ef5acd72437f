import { once } from 'node:events';
import { connect } from 'node:net';
import { createInterface } from 'node:readline';

/** Hands a mail over by SMTP, as the mail server of its sender does. Throws what the other side says against it. */
export async function sendMail(
  port: number,
  { from, to, lines }: { from: string; to: string; lines: readonly string[] },
): Promise<void> {
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  const answers = createInterface({ input: socket })[Symbol.asyncIterator]();
  const expectAnswer = async (code: string) => {
    for (;;) {
      const { value, done } = await answers.next();
      if (done || !value.startsWith(code)) throw new Error(value ?? 'hung up');
      if (value[3] !== '-') return;
    }
  };
  const say = async (line: string, code: string) => {
    socket.write(`${line}\r\n`);
    await expectAnswer(code);
  };
  try {
    await expectAnswer('220');
    await say('EHLO mail.romashka.example', '250');
    await say(`MAIL FROM:<${from}>`, '250');
    await say(`RCPT TO:<${to}>`, '250');
    await say('DATA', '354');
    await say([...lines, '.'].join('\r\n'), '250');
    await say('QUIT', '221');
  } finally {
    socket.destroy();
  }
}
