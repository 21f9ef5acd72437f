import type { ErrorCode } from '@beseda/shared/protocol/errors';
import type { KbTexts } from './kb-ru';

const reasons: Partial<Record<ErrorCode, string>> = {
  unavailable: 'The server does not answer',
  not_found: 'This is not there any more',
  forbidden: 'You may not do this',
  invalid_input: 'Check what you entered',
  too_many_requests: 'Too many changes. Wait a minute',
};

export const kbEn: KbTexts = {
  sections: {
    articles: 'Articles',
    snippets: 'Snippets',
    reports: 'Reports',
    'search-rules': 'Search rules',
    checks: 'Checks',
    explain: 'Why it was found',
    comments: 'Readers’ comments',
    import: 'Import and export',
  },
  toTickets: 'To the tickets',
  why: (code) => reasons[code] ?? 'That did not work',
};
