import { uuidv7 } from '@beseda/shared/domain/uuid';
import { LOCALES, PERSON_ROLES } from '@beseda/shared/domain/words';
import type { ImportBadRow, ImportOutcome } from '@beseda/shared/protocol/admin';
import { type AdminContext, changeAsAdmin } from '../audit/change-as-admin';
import { readLine } from '../audit/read-line';
import { recordAudit } from '../audit/record-audit';
import { nowIso } from '../context/context';
import { Refusal } from '../context/refusal';
import type { Transaction } from '../db/connect';
import { toJson } from '../db/to-json';
import { newsOf, outcomeOf, type PlannedRow, planRow, readCandidates, required } from '../import/plan-import';
import { badRow, type ImportInput, type ImportRecord, readRecords } from '../import/read-records';
import { type PersonFields, readPersonFields } from './person-fields';

const FIELDS = ['company', 'sub', 'name', 'email', 'role', 'locale'];
/** `company` is the vendor's id of it. */
type Imported = PersonFields & { company: string; sub: string };
type Row = PlannedRow<Imported> & { id: string; companyId: string };

/** Makes and changes people by company and `sub`, as `importCompanies` does. The companies must be there. */
export async function importPeople(ctx: AdminContext, input: ImportInput): Promise<ImportOutcome> {
  const { records, bad } = readRecords(input, FIELDS);
  const read = readCandidates<Imported>(records, readPerson);
  return changeAsAdmin(ctx, async (tx) => {
    const companies = await loadCompanies(tx, [
      ...new Set(read.candidates.map(({ fields }) => fields.company ?? '')),
    ]);
    const stored = await loadStored(tx, [...companies.values()]);
    const rows: Row[] = [];
    const unfit: ImportBadRow[] = [];
    for (const candidate of read.candidates) {
      const { line, fields } = candidate;
      const companyId = companies.get(fields.company ?? '');
      const before = stored.get(candidate.key);
      if (!companyId) {
        unfit.push(badRow(line, 'unknown_company', 'company', `There is no company «${fields.company}».`));
      } else if (!before && !fields.name) {
        unfit.push(badRow(line, 'missing', 'name', 'name is missing.'));
      } else {
        rows.push({ ...planRow(candidate, before ?? null), companyId, id: before?.id ?? uuidv7(ctx.now()) });
      }
    }
    if (!input.dryRun) await store(ctx, tx, newsOf(rows) as Row[]);
    return outcomeOf(input.dryRun, rows, [...bad, ...read.bad, ...unfit], nameOf);
  });
}

function readPerson(record: ImportRecord): { key: string; fields: Partial<Imported> } {
  const company = readLine(required(record, 'company'), 'company');
  const sub = readLine(required(record, 'sub'), 'sub');
  const { name, email, role, locale } = record.values;
  const fields = readPersonFields({
    ...(name ? { name } : {}),
    ...(email === undefined ? {} : { email }),
    ...(role ? { role: oneOf(PERSON_ROLES, role, 'role') } : {}),
    ...(locale ? { locale: oneOf(LOCALES, locale, 'locale') } : {}),
  });
  return { key: keyOf(company, sub), fields: { company, sub, ...fields } };
}

function oneOf<T extends string>(words: readonly T[], given: string, field: string): T {
  const found = words.find((word) => word === given);
  if (found) return found;
  throw new Refusal('invalid_input', `${field} is one of ${words.join(', ')}.`, { field });
}

const keyOf = (company: string, sub: string) => JSON.stringify([company, sub]);

async function loadCompanies({ sql }: Transaction, externalIds: string[]): Promise<Map<string, string>> {
  const rows = await sql<{ id: string; externalId: string }[]>`
    select id, external_id as "externalId" from companies where external_id = any(${externalIds})`;
  return new Map(rows.map(({ id, externalId }) => [externalId, id]));
}

async function loadStored(
  { sql }: Transaction,
  companies: string[],
): Promise<Map<string, Imported & { id: string }>> {
  const rows = await sql<(Imported & { id: string })[]>`
    select p.id, o.external_id as company, p.sub, p.name, p.email, p.role, p.locale
    from people p join companies o on o.id = p.company_id
    where p.company_id = any(${companies}::uuid[]) order by p.id for update of p`;
  return new Map(rows.map((row) => [keyOf(row.company, row.sub), row]));
}

async function store(ctx: AdminContext, tx: Transaction, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return;
  const at = nowIso(ctx);
  const usual = { email: null, role: 'staff', locale: 'ru' };
  const values = rows.map(({ id, companyId, before, fields }) => ({
    ...usual,
    ...before,
    ...fields,
    id,
    companyId,
  }));
  await tx.sql`
    insert into people (id, company_id, sub, name, email, role, locale, created_at, seen_at)
    select r.id, r."companyId", r.sub, r.name, r.email, r.role, r.locale, ${at}, ${at}
    from jsonb_to_recordset(${toJson(values)}::jsonb)
      as r (id uuid, "companyId" uuid, sub text, name text, email text, role text, locale text)
    on conflict (company_id, sub) do update set name = excluded.name, email = excluded.email, role = excluded.role,
      locale = excluded.locale`;
  await recordAudit(
    ctx,
    tx,
    ...rows.map((row) => ({
      kind: 'person' as const,
      id: row.id,
      name: nameOf(row),
      ...(row.before ? { before: row.before } : {}),
      after: { ...row.before, ...row.fields },
    })),
  );
}

const nameOf = ({ fields, before, key }: PlannedRow<Imported>) => fields.name ?? before?.name ?? key;
