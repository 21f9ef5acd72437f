import { uuidv7 } from '@beseda/shared/domain/uuid';
import postgres from 'postgres';
import { sendMessage } from '../conversations/send-message';
import { connectDatabase } from '../db/connect';
import { as, makeRequester, makeServices } from '../testing/make-services';
import { textOf } from './send-messages';
import { measureRate, type Rate } from './statistics';

export interface FloorInput {
  appUrl: string;
  concurrency: number;
  seconds: number;
}

interface Statement {
  text: string;
  parameters: unknown[];
}
/** The statements of one message, with what makes them those of the next. */
type Script = { text: string; parametersOf: (index: number) => unknown[] }[];

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** As many connections as a server has. */
const CONNECTIONS = 16;

/** The statements of the product's own transaction, as it sends them, and nothing but them. */
export async function runFloor({ appUrl, concurrency, seconds }: FloorInput): Promise<Rate> {
  const scripts = await Promise.all(Array.from({ length: concurrency }, () => recordScript(appUrl)));
  const client = postgres(appUrl, { max: CONNECTIONS, onnotice: () => {} });
  const counts = scripts.map(() => 0);
  const rate = await measureRate(concurrency, seconds, async (loop) => {
    const index = (counts[loop] ?? 0) + 1;
    counts[loop] = index;
    await client.begin(async (sql) => {
      const [enter, ...rest] = scripts[loop] ?? [];
      const entered =
        enter && sql.unsafe(enter.text, enter.parametersOf(index) as never[], { prepare: true }).execute();
      for (const { text, parametersOf } of rest) {
        await sql.unsafe(text, parametersOf(index) as never[], { prepare: true });
      }
      await entered;
    });
  });
  await client.end();
  return rate;
}

/** Two messages of one conversation tell which parameters change from one to the next, and how. */
async function recordScript(appUrl: string): Promise<Script> {
  const heard: Statement[] = [];
  const database = connectDatabase(appUrl, {
    max: 1,
    debug: (_connection, text, parameters) =>
      heard.push({ text, parameters: [...(parameters as unknown[])] }),
  });
  const services = { ...makeServices(appUrl), database };
  // A promise of days ago would be broken at once: the server beside would write that into the conversation.
  services.clock.now = Date.now();
  const ctx = as(services, await makeRequester(services, { company: 'floor', email: null }));
  const conversationId = uuidv7();
  const record = async (start?: object) => {
    heard.length = 0;
    const input = { conversationId, clientId: uuidv7(), text: textOf(0), ...(start ? { start } : {}) };
    await sendMessage(ctx, input, { kind: 'message', channel: 'widget' });
    return heard.filter(({ text }) => !/^(begin|commit)/i.test(text));
  };
  await record({});
  const [one, two] = [await record(), await record()];
  await database.close();
  return two.map(({ text, parameters }, at) => ({
    text,
    parametersOf: (index) =>
      parameters.map((value, place) => advance(one[at]?.parameters[place], value, index)),
  }));
}

function advance(before: unknown, last: unknown, index: number): unknown {
  if (before === last) return last;
  if (typeof last === 'number' && typeof before === 'number') return last + (last - before) * index;
  return typeof last === 'string' && UUID.test(last) ? uuidv7() : last;
}
