import type { ErrorCode } from '@beseda/shared/protocol/errors';

export const errorsEn: Partial<Record<ErrorCode, string>> = {
  unavailable: 'The server cannot be reached',
  internal: 'Something went wrong on the server',
  conversation_closed: 'The request is closed. Open it again before changing it',
  not_found: 'There is no such request',
  forbidden: 'You may not do this',
  too_many_requests: 'Too many attempts. Please wait a minute and try again',
  sign_in_failed: 'The email or the password does not fit',
  link_spent: 'This link has been used already or is too old',
  invalid_input: 'Please check what you entered',
  file_in_use: 'This file belongs to another message already',
  file_too_large: 'The file is too large',
  file_type_not_allowed: 'Files of this type are not taken',
  file_empty: 'The file is empty',
  too_many_attachments: 'Too many files in one message',
  file_not_checked: 'The file is still being checked for viruses',
  file_infected: 'A virus was found in the file',
  company_files_full: 'No room is left for the files of this company',
  unknown_attachment: 'The file was not found. Please attach it again',
  message_empty: 'Write a text or attach a file',
};
