import { uuidv7 } from '@beseda/shared/domain/uuid';
import type { PersonRow } from '@beseda/shared/protocol/admin';
import { type AdminContext, changeAsAdmin } from '../audit/change-as-admin';
import { readLine } from '../audit/read-line';
import { recordAudit } from '../audit/record-audit';
import { nowIso } from '../context/context';
import { Refusal } from '../context/refusal';
import { type PersonFields, readPersonFields } from './person-fields';
import { loadPerson } from './read-person';

export type NewPerson = { company: string; sub: string; name: string } & Partial<PersonFields>;

/** Makes a person of a company by hand; `company` is its id. Refuses with `already_exists`, `invalid_input`. */
export async function createPerson(ctx: AdminContext, input: NewPerson): Promise<PersonRow> {
  const fields = { role: 'staff' as const, locale: 'ru' as const, email: null, ...readPersonFields(input) };
  const { name = '', email, role, locale } = fields;
  const sub = readLine(input.sub, 'sub');
  const id = uuidv7(ctx.now());
  const at = nowIso(ctx);
  return changeAsAdmin(ctx, async (tx) => {
    const [company] = await tx.sql<
      { name: string }[]
    >`select name from companies where id = ${input.company}`;
    if (!company) throw new Refusal('invalid_input', 'There is no such company.', { field: 'company' });
    const made = await tx.sql`
      insert into people (id, company_id, sub, name, email, role, locale, created_at, seen_at)
      values (${id}, ${input.company}, ${sub}, ${name}, ${email}, ${role}, ${locale}, ${at}, ${at})
      on conflict (company_id, sub) do nothing`;
    if (made.count === 0) {
      throw new Refusal('already_exists', 'The company has a person with this id.', { field: 'sub' });
    }
    await recordAudit(ctx, tx, {
      kind: 'person',
      id,
      name,
      after: { ...fields, sub, company: company.name },
    });
    return loadPerson(tx, id);
  });
}
