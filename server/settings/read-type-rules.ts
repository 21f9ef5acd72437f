import type { TypeNames, TypeRules } from '@beseda/shared/domain/type-rules';
import { LOCALES, TICKET_TYPES } from '@beseda/shared/domain/words';
import type { SettingsReader } from './read-settings';

/** What admins have set of the request types; only what differs from what the product says by itself. */
export async function readTypeRules(settings: SettingsReader): Promise<TypeRules> {
  const offered = await settings.get('types.offered');
  const names = await readTypeNames(settings);
  return {
    ...(offered.length < TICKET_TYPES.length ? { offered: [...offered] } : {}),
    ...(Object.keys(names).length > 0 ? { names } : {}),
    ...((await settings.get('types.distributor')) === 'off' ? { noDistributor: true } : {}),
  };
}

export async function readTypeNames(settings: SettingsReader): Promise<TypeNames> {
  const names: TypeNames = {};
  for (const locale of LOCALES) {
    for (const type of TICKET_TYPES) {
      const name = await settings.get(`types.${type}_${locale}`);
      if (name !== '') names[locale] = { ...names[locale], [type]: name };
    }
  }
  return names;
}
