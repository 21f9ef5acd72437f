import { Type } from 'typebox';

/** The query of every paged list: `cursor` from the last page's `next`, `limit` rows. */
export const PageQuery = {
  cursor: Type.Optional(Type.String({ maxLength: 200 })),
  limit: Type.Integer({ minimum: 1, maximum: 100, default: 30 }),
};
