import { uuidv7 } from '@beseda/shared/domain/uuid';
import type { PhoneNumberCard, PhoneNumberFields } from '@beseda/shared/protocol/admin';
import { changeAsAdmin } from '../audit/change-as-admin';
import { readLine, readLineOrNull } from '../audit/read-line';
import { recordAudit } from '../audit/record-audit';
import { nowIso } from '../context/context';
import { Refusal } from '../context/refusal';
import type { Transaction } from '../db/connect';
import { loadNumber, type PhoneContext, withHours } from './list-phone-numbers';

const LEAST_DIGITS = 3;

/** Adds a number that companies of a region may call. Refuses with `invalid_input`. */
export async function createPhoneNumber(
  ctx: PhoneContext,
  input: Pick<PhoneNumberFields, 'region' | 'number'> & Partial<PhoneNumberFields>,
): Promise<PhoneNumberCard> {
  const { region = '', number = '', note = '', position = 0, calendarId = null } = readFields(input);
  const id = uuidv7(ctx.now());
  const row = await changeAsAdmin(ctx, async (tx) => {
    await refuseUnknownCalendar(tx, calendarId);
    await tx.sql`
      insert into phone_numbers (id, region, number, note, calendar_id, position, created_at)
      values (${id}, ${region}, ${number}, ${note}, ${calendarId}, ${position}, ${nowIso(ctx)})`;
    const row = await loadNumber(tx, id);
    await recordAudit(ctx, tx, { kind: 'phone_number', id, name: number, after: auditedOf(row) });
    return row;
  });
  return withHours(ctx, row);
}

/** Changes a number; the panel shows it so from its next look on. Refuses with `not_found`, `invalid_input`. */
export async function updatePhoneNumber(
  ctx: PhoneContext,
  id: string,
  patch: Partial<PhoneNumberFields>,
): Promise<PhoneNumberCard> {
  const fields = readFields(patch);
  const row = await changeAsAdmin(ctx, async (tx) => {
    await tx.sql`select from phone_numbers where id = ${id} for update`;
    const before = await loadNumber(tx, id);
    const next = { ...before, calendarId: before.calendar?.id ?? null, ...fields };
    await refuseUnknownCalendar(tx, next.calendarId);
    await tx.sql`
      update phone_numbers set region = ${next.region}, number = ${next.number}, note = ${next.note},
        calendar_id = ${next.calendarId}, position = ${next.position}
      where id = ${id}`;
    const after = await loadNumber(tx, id);
    await recordAudit(ctx, tx, {
      kind: 'phone_number',
      id,
      name: after.number,
      before: auditedOf(before),
      after: auditedOf(after),
    });
    return after;
  });
  return withHours(ctx, row);
}

/** Takes a number away from where companies see it. Refuses with `not_found`. */
export async function deletePhoneNumber(ctx: PhoneContext, id: string): Promise<void> {
  await changeAsAdmin(ctx, async (tx) => {
    await tx.sql`select from phone_numbers where id = ${id} for update`;
    const row = await loadNumber(tx, id);
    await tx.sql`delete from phone_numbers where id = ${id}`;
    await recordAudit(ctx, tx, { kind: 'phone_number', id, name: row.number, before: auditedOf(row) });
  });
}

function auditedOf({
  region,
  number,
  note,
  position,
  calendar,
}: Pick<PhoneNumberCard, 'region' | 'number' | 'note' | 'position' | 'calendar'>) {
  return { region, number, note, position, calendar: calendar?.name ?? null };
}

function readFields(given: Partial<PhoneNumberFields>): Partial<PhoneNumberFields> {
  const { region, number, note, ...rest } = given;
  return {
    ...rest,
    ...(region === undefined ? {} : { region: readLine(region, 'region', 100) }),
    ...(number === undefined ? {} : { number: readNumber(number) }),
    ...(note === undefined ? {} : { note: readLineOrNull(note, 'note', 200) ?? '' }),
  };
}

/** As people write it, with an extension where there is one. */
function readNumber(given: string): string {
  const number = readLine(given, 'number', 60);
  if ((number.match(/\d/g)?.length ?? 0) >= LEAST_DIGITS) return number;
  throw new Refusal('invalid_input', `A number has at least ${LEAST_DIGITS} digits.`, { field: 'number' });
}

async function refuseUnknownCalendar({ sql }: Transaction, id: string | null): Promise<void> {
  if (id === null) return;
  const known = await sql`select from calendars where id = ${id} for share`;
  if (known.length > 0) return;
  throw new Refusal('invalid_input', 'There is no such calendar.', { field: 'calendarId' });
}
