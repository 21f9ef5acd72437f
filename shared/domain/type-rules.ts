import type { Locale, TicketType } from './words';

/** What admins call the types; where they say nothing, the product's own words stand. */
export type TypeNames = Partial<Record<Locale, Partial<Record<TicketType, string>>>>;

/** What a requester is offered when asking. Left out: as it is by itself. */
export interface TypeRules {
  /** Those there are to choose from, in this order. */
  offered?: TicketType[];
  names?: TypeNames;
  /** Nobody is asked whether it concerns a distributor. */
  noDistributor?: true;
}

/** Texts with the types called as admins call them. */
export function nameTypes<T extends { types: Record<TicketType, string> }>(
  texts: T,
  names: TypeNames | undefined,
  locale: Locale,
): T {
  return { ...texts, types: { ...texts.types, ...names?.[locale] } };
}
