import type { Locale, PersonRole } from '@beseda/shared/domain/words';
import { readEmailOrNull, readLine } from '../audit/read-line';

/** What an admin sets of a person. Left out: stays as it is. */
export interface PersonFields {
  name: string;
  email: string | null;
  role: PersonRole;
  locale: Locale;
}

/** Brings what was given into shape. Refuses with `invalid_input`, naming the field. */
export function readPersonFields(given: Partial<PersonFields>): Partial<PersonFields> {
  const { name, email, role, locale } = given;
  return {
    ...(name === undefined ? {} : { name: readLine(name, 'name') }),
    ...(email === undefined ? {} : { email: readEmailOrNull(email, 'email') }),
    ...(role === undefined ? {} : { role }),
    ...(locale === undefined ? {} : { locale }),
  };
}
