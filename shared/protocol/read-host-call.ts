import { LIMITS } from '../domain/limits';
import { type Distributor, REPORT_FIELDS, REPORT_LIMITS, type ReportField } from '../domain/report';
import { TICKET_TYPES, type TicketType } from '../domain/words';
import type { HostCall } from './host-bridge';

/** What a call of the JS API asks of the panel, checked. */
export type HostCommand =
  | { type: 'newConversation'; text?: string }
  | {
      type: 'prefill';
      text?: string;
      subject?: string;
      ticketType?: TicketType;
      fields?: Partial<Record<ReportField, string>>;
      distributor?: Distributor;
    }
  | { type: 'search'; query: string }
  | { type: 'article'; article: string }
  | { type: 'suggest'; ids?: number[]; route?: string }
  | { type: 'context'; context: Record<string, string> };

const CONTEXT_KEYS = 30;
const CONTEXT_VALUE_LENGTH = 500;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const text = (value: unknown, length: number) =>
  typeof value === 'string' ? value.slice(0, length) : undefined;

function readContext(value: unknown): Record<string, string> | null {
  if (!isRecord(value)) return null;
  const pairs = Object.entries(value)
    .flatMap(([key, item]) =>
      isRecord(item)
        ? Object.entries(item).map(([part, of]) => [`${key}.${part}`, of] as const)
        : [[key, item] as const],
    )
    .filter(([, item]) => ['string', 'number', 'boolean'].includes(typeof item))
    .slice(0, CONTEXT_KEYS)
    .map(([key, item]) => [key, String(item).slice(0, CONTEXT_VALUE_LENGTH)]);
  return Object.fromEntries(pairs) as Record<string, string>;
}

function readPrefill(value: unknown): HostCommand | null {
  if (!isRecord(value)) return null;
  const draft = text(value.text, LIMITS.textLength);
  const subject = text(value.subject, LIMITS.subjectLength);
  const ticketType = TICKET_TYPES.find((type) => type === value.type);
  return {
    type: 'prefill',
    ...(draft !== undefined && { text: draft }),
    ...(subject !== undefined && { subject }),
    ...(ticketType && { ticketType }),
    ...readFields(value.fields),
    ...readDistributor(value.distributor),
  };
}

function readFields(value: unknown): { fields?: Partial<Record<ReportField, string>> } {
  if (!isRecord(value)) return {};
  const known = Object.values(REPORT_FIELDS).flatMap((names): readonly ReportField[] => names);
  const fields = known.flatMap((name) => {
    const given = text(value[name], REPORT_LIMITS.field);
    return given === undefined ? [] : [[name, given] as const];
  });
  return fields[0] ? { fields: Object.fromEntries(fields) as Partial<Record<ReportField, string>> } : {};
}

function readDistributor(value: unknown): { distributor?: Distributor } {
  if (!isRecord(value)) return {};
  const who = text(value.who, REPORT_LIMITS.distributor) ?? '';
  const account = text(value.account, REPORT_LIMITS.distributor);
  return { distributor: { who, ...(account !== undefined && { account }) } };
}

function readSuggest(value: unknown): HostCommand | null {
  if (isRecord(value))
    return typeof value.route === 'string' ? { type: 'suggest', route: value.route } : null;
  const ids = (Array.isArray(value) ? value : [value]).map(Number);
  return ids.every(Number.isSafeInteger) ? { type: 'suggest', ids } : null;
}

/** Null when the value is not what the method takes; the panel then raises `error` with `invalid_call`. */
export function readHostCall({ method, value }: HostCall): HostCommand | null {
  switch (method) {
    case 'newConversation':
      if (value === undefined || value === null) return { type: method };
      return typeof value === 'string' ? { type: method, text: value.slice(0, LIMITS.textLength) } : null;
    case 'search':
      return typeof value === 'string' ? { type: method, query: value.slice(0, LIMITS.queryLength) } : null;
    case 'article': {
      const article = typeof value === 'number' ? String(value) : value;
      return typeof article === 'string' && /^[\p{L}\d_-]{1,200}$/u.test(article)
        ? { type: method, article }
        : null;
    }
    case 'prefill':
      return readPrefill(value);
    case 'suggest':
      return readSuggest(value);
    case 'context': {
      const context = readContext(value);
      return context && { type: method, context };
    }
    default:
      return null;
  }
}
