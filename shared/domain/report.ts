import type { TicketType } from './words';

/** What is asked for each type, in this order; every field may be left empty. */
export const REPORT_FIELDS = {
  question: [],
  problem: ['doing', 'expected', 'got'],
  task: ['what', 'where', 'by', 'materials'],
} as const satisfies Record<TicketType, readonly string[]>;

export type ReportField = (typeof REPORT_FIELDS)[TicketType][number];

/** Whom a question concerns that staff ask on a distributor's behalf. */
export interface Distributor {
  who: string;
  account?: string;
}

/** What a requester filled in beside or in place of one text. Its words stand in the first message too. */
export type Report = { distributor?: Distributor } & (
  | { type: 'question' }
  | ({ type: 'problem' } & Partial<Record<(typeof REPORT_FIELDS)['problem'][number], string>>)
  | ({ type: 'task' } & Partial<Record<(typeof REPORT_FIELDS)['task'][number], string>>)
);

/** Bounds in characters. */
export const REPORT_LIMITS = { field: 4_000, distributor: 200 } as const;

/** The fields that say something, in the order of asking. */
export function filledFields(report: Report): [ReportField, string][] {
  const values: { type: TicketType } & Partial<Record<ReportField, string>> = report;
  return REPORT_FIELDS[report.type].flatMap((field) => {
    const value = values[field]?.trim();
    return value ? [[field, value] as [ReportField, string]] : [];
  });
}
