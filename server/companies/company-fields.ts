import { readDomainsOrNull } from '../audit/read-domains';
import { readLine, readLineOrNull, readUrlOrNull } from '../audit/read-line';

/** What an admin sets of a company. Left out: stays as it is. */
export interface CompanyFields {
  externalId: string;
  name: string;
  plan: string | null;
  region: string | null;
  distributorSupportUrl: string | null;
  /** Apart by commas. */
  mailDomains: string | null;
}

const READERS: { [K in keyof CompanyFields]: (given: CompanyFields[K]) => CompanyFields[K] } = {
  externalId: (given) => readLine(given, 'externalId'),
  name: (given) => readLine(given, 'name'),
  plan: (given) => readLineOrNull(given, 'plan', 100),
  region: (given) => readLineOrNull(given, 'region', 100),
  distributorSupportUrl: (given) => readUrlOrNull(given, 'distributorSupportUrl'),
  mailDomains: (given) => readDomainsOrNull(given, 'mailDomains'),
};

/** Brings what was given into shape. Refuses with `invalid_input`, naming the field. */
export function readCompanyFields(given: Partial<CompanyFields>): Partial<CompanyFields> {
  const read: Partial<Record<keyof CompanyFields, string | null>> = {};
  for (const field of Object.keys(READERS) as (keyof CompanyFields)[]) {
    const value = given[field];
    if (value !== undefined) read[field] = (READERS[field] as (value: string | null) => string | null)(value);
  }
  return read as Partial<CompanyFields>;
}
