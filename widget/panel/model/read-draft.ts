import type { Draft } from '@beseda/shared/client/drafts';
import { REPORT_FIELDS, type Report, type ReportField } from '@beseda/shared/domain/report';
import type { TicketType } from '@beseda/shared/domain/words';
import type { ConversationStart } from '@beseda/shared/protocol/socket';

type Fields = Partial<Record<ReportField, string>>;

const leadOf = (type: TicketType | undefined): ReportField | undefined => type && REPORT_FIELDS[type][0];

/** What a draft says on the wire: of a type with fields these alone, the text among them. */
export function readDraft({ text, report = {} }: Draft): {
  text: string;
  type: TicketType | undefined;
  report?: Report;
} {
  const { type, fields = {}, about, distributor = { who: '' } } = report;
  const lead = leadOf(type);
  const filled: Fields = {};
  for (const field of REPORT_FIELDS[type ?? 'question']) {
    const value = (field === lead ? text : fields[field])?.trim();
    if (value) filled[field] = value;
  }
  if (!about && !Object.keys(filled)[0]) return { text: text.trim(), type };
  return {
    text: lead ? '' : text.trim(),
    type,
    report: { type: type ?? 'question', ...filled, ...(about && { distributor }) },
  };
}

/** The way back, for a message that was not sent. */
export function toDraft(text: string, start: ConversationStart | undefined): Omit<Draft, 'files'> {
  if (!start) return { text };
  const { type, report } = start;
  const { type: _, distributor, ...fields } = report ?? { type };
  const lead = leadOf(type);
  const written = text || (lead && (fields as Fields)[lead]) || '';
  return { text: written, report: { type, fields, about: Boolean(distributor), distributor } };
}
