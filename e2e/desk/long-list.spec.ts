import type { Sql } from 'postgres';
import { expect, test } from './desk-test';

const TICKETS = 10_000;
/** What the platform calls a long task. Counted in the main thread's own time, so that a busy machine changes nothing. */
const LONG_TASK_MS = 50;

test('a list of 10,000 tickets keeps few rows in the document and scrolls without a long task', async ({
  agent,
  sql,
}) => {
  test.setTimeout(180_000);
  const marker = `Длинный список ${Date.now()}`;
  await fillQueue(sql, marker);
  try {
    const page = await agent();
    await page.goto(`/desk/all?q=${encodeURIComponent(marker)}`);
    const list = page.getByRole('region', { name: 'Обращения' });
    await expect(list.getByRole('link', { name: new RegExp(marker) }).first()).toBeVisible();
    const browser = page.context().browser();
    await browser?.startTracing(page, { categories: ['toplevel'] });
    const seen = await page.evaluate(scrollToEnd);
    const trace = (await browser?.stopTracing())?.toString() ?? '';
    expect(seen.position).toBe(TICKETS);
    expect(seen.mostRows).toBeLessThanOrEqual(100);
    expect(longestTask(trace)).toBeGreaterThan(0);
    expect(longestTask(trace)).toBeLessThan(LONG_TASK_MS);
  } finally {
    await emptyQueue(sql, marker);
  }
});

/** Opens tickets behind the server's back: ten thousand requests would take minutes. */
async function fillQueue(sql: Sql, marker: string): Promise<void> {
  await sql.begin(async (tx) => {
    await tx`select set_config('beseda.actor', 'system', true)`;
    await tx`
      with person as (select id, company_id from people limit 1),
      made as (
        select gen_random_uuid() as id, n, now() - make_interval(mins => n) as at
        from generate_series(1, ${TICKETS}::int) n
      ), stored as (
        insert into conversations (id, company_id, person_id, channel, subject, last_seq, last_public_seq,
          published_seq, preview, created_at, updated_at)
        select made.id, company_id, person.id, 'widget', ${marker} || n, 1, 1, 1, 'Строка', at, at from made, person
      )
      insert into tickets (conversation_id, company_id, waiting_since, created_at, updated_at)
      select made.id, company_id, at, at, at from made, person order by n`;
  });
}

async function emptyQueue(sql: Sql, marker: string): Promise<void> {
  await sql.begin(async (tx) => {
    await tx`select set_config('beseda.actor', 'system', true)`;
    await tx`delete from conversations where subject like ${`${marker}%`}`;
  });
}

/** Runs in the page: scrolls by three screens per frame until nothing follows. */
async function scrollToEnd(): Promise<{ position: number; mostRows: number }> {
  const list = document.querySelector('.rows') as HTMLElement;
  const atEnd = () =>
    list.scrollTop + list.clientHeight >= list.scrollHeight - 2 && !document.querySelector('.rows-more');
  let mostRows = 0;
  while (!atEnd()) {
    list.scrollTop += 2400;
    await new Promise((resolve) => requestAnimationFrame(resolve));
    mostRows = Math.max(mostRows, list.querySelectorAll('li').length);
  }
  const last = list.querySelector('li:last-child');
  return { position: Number(last?.getAttribute('aria-posinset')), mostRows };
}

interface TraceEvent {
  name: string;
  pid: number;
  tid: number;
  /** Processor time of the thread, in microseconds. */
  tdur?: number;
  args: { name?: string };
}

/** The longest task of any page's main thread, in milliseconds of its processor time. */
function longestTask(trace: string): number {
  const { traceEvents } = JSON.parse(trace) as { traceEvents: TraceEvent[] };
  const threadOf = ({ pid, tid }: TraceEvent) => `${pid} ${tid}`;
  const main = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
      .map(threadOf),
  );
  const tasks = traceEvents.filter((event) => event.tdur !== undefined && main.has(threadOf(event)));
  return tasks.reduce((longest, { tdur = 0 }) => Math.max(longest, tdur / 1000), 0);
}
