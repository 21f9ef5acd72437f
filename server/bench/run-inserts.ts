import { uuidv7 } from '@beseda/shared/domain/uuid';
import postgres from 'postgres';
import { textOf } from './send-messages';
import { measureRate, type Rate } from './statistics';

/** One durable row after the other, each in a transaction of its own: what this disk can do. */
export async function runInserts(input: {
  ownerUrl: string;
  concurrency: number;
  seconds: number;
}): Promise<Rate> {
  const client = postgres(input.ownerUrl, { max: 16, onnotice: () => {} });
  await client`create table if not exists bench_rows (id uuid primary key, text text not null)`;
  const rate = await measureRate(
    input.concurrency,
    input.seconds,
    () => client`insert into bench_rows (id, text) values (${uuidv7()}, ${textOf(0)})`,
  );
  await client`drop table bench_rows`;
  await client.end();
  return rate;
}
