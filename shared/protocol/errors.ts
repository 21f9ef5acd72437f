/** Every code the server may answer with, and its HTTP status. Texts live in locale files, keyed by the code. */
export const ERROR_STATUS = {
  invalid_input: 400,
  invalid_cursor: 400,
  invalid_person: 400,
  token_missing: 401,
  token_malformed: 401,
  token_algorithm: 401,
  token_signature: 401,
  token_expired: 401,
  token_not_yet_valid: 401,
  token_too_long_lived: 401,
  token_audience: 401,
  token_claims: 401,
  session_required: 401,
  session_ended: 401,
  sign_in_failed: 401,
  call_signature: 401,
  mail_signature: 401,
  link_spent: 401,
  origin_not_allowed: 403,
  not_staff: 403,
  company_suspended: 403,
  person_blocked: 403,
  app_disabled: 403,
  forbidden: 403,
  not_found: 404,
  unknown_app: 404,
  conversation_closed: 409,
  client_id_taken: 409,
  merge_impossible: 409,
  ticket_merged: 409,
  split_answered: 409,
  ticket_not_solved: 409,
  file_in_use: 409,
  file_not_checked: 409,
  upload_offset: 409,
  file_infected: 410,
  mail_gone: 410,
  in_use: 409,
  mail_on_its_way: 409,
  already_exists: 409,
  draft_conflict: 409,
  mail_settled: 409,
  article_changed: 409,
  last_admin: 409,
  file_too_large: 413,
  company_files_full: 413,
  body_too_large: 413,
  file_type_not_allowed: 415,
  file_empty: 422,
  invalid_calendar: 422,
  unknown_requester: 422,
  unknown_attachment: 422,
  too_many_attachments: 422,
  message_empty: 422,
  too_many_requests: 429,
  internal: 500,
  unavailable: 503,
} as const;

export type ErrorCode = keyof typeof ERROR_STATUS;

/**
 * The body of every refusal. `field` names the input at fault; `details` holds what a client shows: never text of others,
 * except to agents the draft that they write together.
 */
export interface ErrorBody {
  code: ErrorCode;
  message: string;
  field?: string;
  details?: Record<string, unknown>;
}
