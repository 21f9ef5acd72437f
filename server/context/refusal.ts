import { ERROR_STATUS, type ErrorBody, type ErrorCode } from '@beseda/shared/protocol/errors';
import { isDatabaseAway } from '../db/database-away';

/** A refusal with a stable code; routes and sockets turn it into their answer. */
export class Refusal extends Error {
  readonly code: ErrorCode;
  readonly field: string | undefined;
  readonly details: Record<string, unknown> | undefined;

  constructor(
    code: ErrorCode,
    message: string,
    more: { field?: string; details?: Record<string, unknown> } = {},
  ) {
    super(message);
    this.name = 'Refusal';
    this.code = code;
    this.field = more.field;
    this.details = more.details;
  }

  get status(): number {
    return ERROR_STATUS[this.code];
  }

  toBody(): ErrorBody {
    return {
      code: this.code,
      message: this.message,
      ...(this.field === undefined ? {} : { field: this.field }),
      ...(this.details === undefined ? {} : { details: this.details }),
    };
  }
}

/** Missing and forbidden look alike. */
export function notFound(): Refusal {
  return new Refusal('not_found', 'There is nothing here that you may see.');
}

/** What the other side is told of any failure. What we did not foresee says nothing but `internal`. */
export function toRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  return isDatabaseAway(error)
    ? new Refusal('unavailable', 'The service is not available right now. Try again a little later.')
    : new Refusal('internal', 'Something went wrong on our side.');
}
