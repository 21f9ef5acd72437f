import { READER_ROLES, type ReaderRole, VISIBILITIES } from '@beseda/shared/domain/words';
import { type Actor, isRequester } from '../db/actor';
import type { Rule } from './load-articles';

/** Who looks at the knowledge base; null: nobody in particular. */
export type Viewer = Actor | null;

/** A viewer as rules see them. `plan` null: of a company whose plan is not known. */
export type Reader =
  | { is: 'anybody' }
  | { is: 'staff'; plan: string | null; role: ReaderRole }
  | { is: 'inside' };

export function readerOf(viewer: Viewer): Reader {
  if (viewer === null) return { is: 'anybody' };
  if (!isRequester(viewer)) return { is: 'inside' };
  return { is: 'staff', plan: viewer.plan ?? null, role: viewer.kind === 'manager' ? 'manager' : 'staff' };
}

/** The one rule of the knowledge base: agents read everything, others what lets their kind, plan and role in. */
export function mayRead(reader: Reader, { visibility, plans, roles }: Rule): boolean {
  if (reader.is === 'inside') return true;
  if (visibility === 'agents') return false;
  if (reader.is === 'anybody') return visibility === 'public' && plans.length === 0 && roles.length === 0;
  const { plan, role } = reader;
  if (plans.length > 0 && (plan === null || !plans.includes(plan))) return false;
  return roles.length === 0 || roles.includes(role);
}

/** The rule that lets in whom all of these do: an article's own, its section's and its category's. */
export function narrowRules(rules: readonly Rule[]): Rule {
  const plans = meet(rules.map((rule) => rule.plans));
  const roles = meet(rules.map((rule) => rule.roles));
  const nobody = plans?.length === 0 || roles?.length === 0;
  const named: Rule['visibility'] = nobody ? 'agents' : plans || roles ? 'staff' : 'public';
  const visibilities = [named, ...rules.map((rule) => rule.visibility)];
  const visibility = VISIBILITIES.findLast((one) => visibilities.includes(one)) ?? 'public';
  return { visibility, plans: plans ?? [], roles: roles ?? [] };
}

/** What stands in every list that names something; null: none does. */
function meet<T>(lists: readonly (readonly T[])[]): T[] | null {
  const [first, ...others] = lists.filter((list) => list.length > 0);
  return first?.filter((one) => others.every((list) => list.includes(one))) ?? null;
}

/** Plans and roles that any rule names: other plans read alike, and so do roles where none is named. */
export interface NamedReaders {
  plans: ReadonlySet<string>;
  roles: ReadonlySet<ReaderRole>;
}

export function nameReaders(rules: readonly Rule[]): NamedReaders {
  return {
    plans: new Set(rules.flatMap((rule) => rule.plans)),
    roles: new Set(rules.flatMap((rule) => rule.roles)),
  };
}

/** One key for all who read the same. */
export function classOf(named: NamedReaders, reader: Reader): string {
  if (reader.is !== 'staff') return reader.is;
  const plan = reader.plan !== null && named.plans.has(reader.plan) ? reader.plan : '';
  return `staff ${named.roles.size > 0 ? reader.role : ''} ${plan}`;
}

/** A reader of every class: strangers first, then staff, then agents. */
export function listReaders(named: NamedReaders): Reader[] {
  const readers: Reader[] = [{ is: 'anybody' }];
  for (const plan of [null, ...named.plans]) {
    for (const role of READER_ROLES) readers.push({ is: 'staff', plan, role });
  }
  const classes = new Map([...readers, { is: 'inside' } as const].map((one) => [classOf(named, one), one]));
  return [...classes.values()];
}
