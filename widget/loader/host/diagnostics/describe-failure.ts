import type { Core } from '../../core';

const NO_ANSWER = { ru: 'нет ответа', en: 'no answer' };
const OURS = /^\/(?:assets\/|api\/v1\/|panel\?|widget\.js)/;

/** Origins whose answers may be looked at: there, no status means no answer. */
const readable = new Set<string>();

type ErrorLike = Pick<ErrorEvent, 'message' | 'filename' | 'lineno'> | { reason: unknown };

/** What was thrown, and where; null for what the browser does not tell of a script from elsewhere. */
export function describeError(event: ErrorLike): string | null {
  if ('reason' in event) {
    const { reason } = event;
    return reason instanceof Error ? `${reason.name}: ${reason.message}` : String(reason);
  }
  const { message, filename, lineno } = event;
  if (filename) return `${message} (${filename}:${lineno})`;
  return message === 'Script error.' ? null : message;
}

/** A request that failed, as «500 https://…»; null for one that did not, for one of ours, and where nobody can tell. */
export function describeRequest(
  entry: Pick<PerformanceResourceTiming, 'name' | 'initiatorType' | 'responseStatus'>,
  { app, locale }: Pick<Core, 'app' | 'locale'>,
): string | null {
  const { name, initiatorType, responseStatus: status } = entry;
  if (status === undefined || !URL.canParse(name)) return null;
  const { origin, pathname, search } = new URL(name);
  if (origin === app.origin && OURS.test(pathname + search)) return null;
  if (status > 0) readable.add(origin);
  if (status >= 400) return `${status} ${name}`;
  const asked = initiatorType === 'fetch' || initiatorType === 'xmlhttprequest';
  const told = origin === location.origin || readable.has(origin);
  return status === 0 && asked && told ? `${NO_ANSWER[locale()]} ${name}` : null;
}
