import { LOCALES, TICKET_TYPES } from '@beseda/shared/domain/words';
import { textOf, textsOf } from '../../form-text';

/** The values as settings, by key. */
export function readTypesForm(form: FormData): Record<string, string> {
  const names = TICKET_TYPES.flatMap((type) => LOCALES.map((locale) => `${type}_${locale}`));
  return {
    'types.offered': textsOf(form, 'offered').join(', '),
    'types.default': textOf(form, 'default'),
    'types.distributor': form.has('distributor') ? 'on' : 'off',
    ...Object.fromEntries(names.map((name) => [`types.${name}`, textOf(form, name).trim()])),
  };
}
