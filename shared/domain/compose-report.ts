import { filledFields, type Report } from './report';
import { REPORT_LABELS } from './report-labels';
import type { Locale } from './words';

/** The first message of a conversation with its report written out, so that search, mail and export have all of it. */
export function composeReport(text: string, report: Report | undefined, locale: Locale): string {
  if (!report) return text;
  const labels = REPORT_LABELS[locale];
  const fields = filledFields(report).map(([field, value]) => `${labels[field]}: ${value}`);
  return [text.trim(), ...fields, describeDistributor(report, locale)].filter(Boolean).join('\n\n');
}

function describeDistributor({ distributor }: Report, locale: Locale): string {
  if (!distributor) return '';
  const labels = REPORT_LABELS[locale];
  const account = distributor.account?.trim();
  const who = [distributor.who.trim(), account && `${labels.account.toLowerCase()} ${account}`];
  const known = who.filter(Boolean).join(', ');
  return known ? `${labels.distributor}: ${known}` : labels.distributor;
}

/** What a subject can be made from: the text, else the first field. */
export function leadOf(text: string, report: Report | undefined): string {
  return text.trim() || (report && filledFields(report)[0]?.[1]) || '';
}
