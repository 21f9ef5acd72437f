import { type TProperties, Type } from 'typebox';
import { PageQuery } from './page-query';

/** What routes share, those of settings most of all. */
export const Uuid = Type.String({ pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' });
export const ById = Type.Object({ id: Uuid });
export const LineOrNull = Type.Union([Type.String({ maxLength: 2_000 }), Type.Null()]);
export const SearchQuery = { ...PageQuery, q: Type.Optional(Type.String({ maxLength: 200 })) };

/** The longest body of an import, in bytes; `text` may take all of it. */
export const IMPORT_LIMIT = 8 * 1024 * 1024;
export const ImportBody = strictObject({
  format: Type.Enum(['csv', 'json']),
  text: Type.String({ maxLength: IMPORT_LIMIT }),
  dryRun: Type.Boolean({ default: false }),
});

export const writing = { access: 'admin', rateLimit: { max: 120, timeWindow: '1 minute' } } as const;

/** A body: fields that it does not know are refused by name, not thrown away. */
export function strictObject<P extends TProperties>(properties: P) {
  return Type.Object(properties, { additionalProperties: false });
}
