import type { ErrorBody } from '../protocol/errors';
import type { Ack } from '../protocol/socket';
import { isSessionOver, UNREACHED } from './ack';

export interface HttpOptions {
  /** Where `/api/v1` is; '' for the own origin. */
  origin: string;
  /** Headers of every request: the session, or the desk's mark. */
  headers: () => Record<string, string>;
  /** Called once when the session is over; the request is repeated when it answers ok. */
  renew?: () => Promise<Ack<unknown>>;
  fetch?: typeof fetch;
}

/** One REST call. Never throws: no answer is `unavailable`; an aborted call answers `unavailable` too. */
export type Http = <T>(
  method: string,
  path: string,
  body?: unknown,
  options?: { signal?: AbortSignal },
) => Promise<Ack<T>>;

export function createHttp({ origin, headers, renew, fetch: send = fetch }: HttpOptions): Http {
  async function call<T>(method: string, path: string, body: unknown, signal?: AbortSignal): Promise<Ack<T>> {
    try {
      const response = await send(`${origin}/api/v1${path}`, {
        method,
        headers: { ...headers(), ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        ...(signal ? { signal } : {}),
      });
      const text = await response.text();
      const data: unknown = text ? JSON.parse(text) : null;
      return response.ok ? { ok: true, data: data as T } : refusal(data);
    } catch {
      return UNREACHED;
    }
  }

  return async <T>(method: string, path: string, body?: unknown, options?: { signal?: AbortSignal }) => {
    const ack = await call<T>(method, path, body, options?.signal);
    if (ack.ok || !renew || !isSessionOver(ack.code)) return ack;
    return (await renew()).ok ? call<T>(method, path, body, options?.signal) : ack;
  };
}

/** The server's refusal as an ack; a body that is not ours (a proxy's page) counts as no answer. */
export function refusal(body: unknown): Extract<Ack<never>, { ok: false }> {
  const { code, field, details } = (body ?? {}) as Partial<ErrorBody>;
  return code ? { ok: false, code, ...(field ? { field } : {}), ...(details ? { details } : {}) } : UNREACHED;
}
