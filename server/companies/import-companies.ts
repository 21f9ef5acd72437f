import { uuidv7 } from '@beseda/shared/domain/uuid';
import type { ImportOutcome } from '@beseda/shared/protocol/admin';
import { type AdminContext, changeAsAdmin } from '../audit/change-as-admin';
import { recordAudit } from '../audit/record-audit';
import { nowIso } from '../context/context';
import type { Transaction } from '../db/connect';
import { toJson } from '../db/to-json';
import { newsOf, outcomeOf, type PlannedRow, planRow, readCandidates, required } from '../import/plan-import';
import { badRow, type ImportInput, type ImportRecord, readRecords } from '../import/read-records';
import { type CompanyFields, readCompanyFields } from './company-fields';

const FIELDS = ['externalId', 'name', 'plan', 'region', 'distributorSupportUrl'];
type Stored = CompanyFields & { id: string };
type Row = PlannedRow<CompanyFields> & { id: string };

/**
 * Makes and changes companies by the vendor's ids; taking the same file again changes nothing. Bad rows are named, the
 * good ones are taken. Refuses with `invalid_input` when the file as a whole cannot be read.
 */
export async function importCompanies(ctx: AdminContext, input: ImportInput): Promise<ImportOutcome> {
  const { records, bad } = readRecords(input, FIELDS);
  const read = readCandidates<CompanyFields>(records, readCompany);
  return changeAsAdmin(ctx, async (tx) => {
    const stored = await loadStored(
      tx,
      read.candidates.map(({ key }) => key),
    );
    const rows: Row[] = [];
    const refused = [];
    const plans = await loadPlanKeys(tx);
    for (const candidate of read.candidates) {
      const before = stored.get(candidate.key);
      if (!before && !candidate.fields.name) {
        refused.push(badRow(candidate.line, 'missing', 'name', 'name is missing.'));
      } else if (isUnknownPlan(candidate.fields.plan, before, plans)) {
        refused.push(badRow(candidate.line, 'unknown_plan', 'plan', 'There is no such plan.'));
      } else rows.push({ ...planRow(candidate, before ?? null), id: before?.id ?? uuidv7(ctx.now()) });
    }
    if (!input.dryRun) await store(ctx, tx, newsOf(rows) as Row[]);
    return outcomeOf(input.dryRun, rows, [...bad, ...read.bad, ...refused], nameOf);
  });
}

function readCompany(record: ImportRecord): { key: string; fields: Partial<CompanyFields> } {
  const { name, ...rest } = record.values;
  const given = { ...rest, externalId: required(record, 'externalId'), ...(name ? { name } : {}) };
  const fields = readCompanyFields(given);
  return { key: fields.externalId ?? '', fields };
}

/** What a token has told stays, as long as the file says the same. */
function isUnknownPlan(
  plan: string | null | undefined,
  before: Stored | undefined,
  known: ReadonlySet<string>,
): boolean {
  return plan != null && plan !== before?.plan && !known.has(plan);
}

async function loadPlanKeys({ sql }: Transaction): Promise<Set<string>> {
  const rows = await sql<{ key: string }[]>`select key from plans`;
  return new Set(rows.map(({ key }) => key));
}

async function loadStored({ sql }: Transaction, externalIds: string[]): Promise<Map<string, Stored>> {
  const rows = await sql<Stored[]>`
    select id, external_id as "externalId", name, plan, region, distributor_support_url as "distributorSupportUrl"
    from companies where external_id = any(${externalIds}) order by id for update`;
  return new Map(rows.map((row) => [row.externalId, row]));
}

async function store(ctx: AdminContext, tx: Transaction, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return;
  const at = nowIso(ctx);
  const values = rows.map(({ id, before, fields }) => ({ ...before, ...fields, id }));
  await tx.sql`
    insert into companies (id, external_id, name, plan, region, distributor_support_url, created_at, updated_at)
    select r.id, r."externalId", r.name, r.plan, r.region, r."distributorSupportUrl", ${at}, ${at}
    from jsonb_to_recordset(${toJson(values)}::jsonb)
      as r (id uuid, "externalId" text, name text, plan text, region text, "distributorSupportUrl" text)
    on conflict (external_id) do update set name = excluded.name, plan = excluded.plan, region = excluded.region,
      distributor_support_url = excluded.distributor_support_url, updated_at = excluded.updated_at`;
  await recordAudit(
    ctx,
    tx,
    ...rows.map((row) => ({
      kind: 'company' as const,
      id: row.id,
      name: nameOf(row),
      ...(row.before ? { before: row.before } : {}),
      after: { ...row.before, ...row.fields },
    })),
  );
}

const nameOf = ({ fields, before, key }: PlannedRow<CompanyFields>) => fields.name ?? before?.name ?? key;
