import { leadOf } from '@beseda/shared/domain/compose-report';
import { LIMITS } from '@beseda/shared/domain/limits';
import type { Channel } from '@beseda/shared/domain/words';
import type { ConversationStart } from '@beseda/shared/protocol/socket';
import type { Transaction } from '../db/connect';
import { toJson } from '../db/to-json';
import { oneLine } from '../mail/one-line';

export interface NewConversation {
  id: string;
  companyId: string;
  personId: string;
  appId: string | null;
  channel: Channel;
  /** What the requester wrote, without the report's fields. */
  text: string;
  start: ConversationStart;
  at: string;
}

/** Makes the conversation and its ticket. Does nothing when the id is taken: who locks it next finds out by whom. */
export async function startConversation({ sql }: Transaction, input: NewConversation): Promise<void> {
  const { start } = input;
  const subject =
    oneLine(start.subject ?? '', LIMITS.subjectLength) || subjectFrom(leadOf(input.text, start.report));
  const inserted = await sql`
    insert into conversations (id, company_id, person_id, app_id, channel, subject, locale, page, evidence, report, created_at,
      updated_at, last_message_at)
    values (${input.id}, ${input.companyId}, ${input.personId}, ${input.appId}, ${input.channel}, ${subject}, ${start.locale ?? null},
      ${start.page ? toJson(start.page) : null}::jsonb, ${start.evidence ? toJson(start.evidence) : null}::jsonb,
      ${start.report ? toJson(start.report) : null}::jsonb, ${input.at}, ${input.at}, ${input.at})
    on conflict (id) do nothing`;
  if (inserted.count === 0) return;
  await sql`
    insert into tickets (conversation_id, company_id, team_id, type, created_at, updated_at)
    select ${input.id}, o.id, o.team_id, ${start.type ?? null}, ${input.at}, ${input.at}
    from companies o where o.id = ${input.companyId}`;
}

/** A subject made from the text: its first line, cut at a word. */
function subjectFrom(text: string): string {
  const line = oneLine(text.trim().split('\n', 1)[0] ?? '', LIMITS.textLength);
  if (line.length <= 80) return line;
  const cut = line.slice(0, 80).replace(/[\ud800-\udbff]$/, '');
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 40))}…`;
}
