import { REPORT_LIMITS } from '@beseda/shared/domain/report';
import { Type } from 'typebox';

const Field = Type.Optional(Type.String({ maxLength: REPORT_LIMITS.field }));
const distributor = Type.Optional(
  Type.Object(
    {
      who: Type.String({ maxLength: REPORT_LIMITS.distributor }),
      account: Type.Optional(Type.String({ maxLength: REPORT_LIMITS.distributor })),
    },
    { additionalProperties: false },
  ),
);
const closed = { additionalProperties: false };

/** A `Report` of shared/domain, as it comes in and as it goes out. */
export const ReportSchema = Type.Union([
  Type.Object({ type: Type.Literal('question'), distributor }, closed),
  Type.Object(
    { type: Type.Literal('problem'), doing: Field, expected: Field, got: Field, distributor },
    closed,
  ),
  Type.Object(
    { type: Type.Literal('task'), what: Field, where: Field, by: Field, materials: Field, distributor },
    closed,
  ),
]);
