import type { RetentionTexts } from './retention-ru';

const counted = (one: string, many: string) => (count: number) =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
const tickets = counted('ticket', 'tickets');
const records = counted('record', 'records');

export const retentionEn: RetentionTexts = {
  about:
    'Cleaning runs once a day, at night after 2:00 in Moscow, bit by bit. What is removed cannot be brought back.',
  lastRun: 'Last cleaning:',
  nothingYet: 'There was no cleaning yet.',
  removedNothing: 'there was nothing to remove',
  removed: (parts) => `removed: ${parts.join(', ')}`,
  keepAlways: 'Keep for ever',
  removeAfter: 'Remove after a number of days',
  how: 'How long to keep',
  days: 'Days',
  atLeast: (least) => `At least ${least}.`,
  doomedNone: 'Nothing to remove next night.',
  doomed: (count, more) => `Removed next night: ${more ? 'more than ' : ''}${count}.`,
  counting: 'Counting…',
  confirmTitle: 'Remove for good?',
  confirmWhat: (name, count, more) =>
    `${name}. Removed next night: ${more ? 'more than ' : ''}${count}. They cannot be brought back.`,
  confirm: 'Save and remove',
  rules: {
    'retention.solved_days': {
      name: 'Solved and closed tickets',
      what: 'With messages, files and mail, when nothing happened to the ticket for that long. They go for the customer too.',
      count: tickets,
    },
    'retention.context_days': {
      name: 'What stands beside solved tickets',
      what: 'Address of the page, browser, errors, failed requests and the articles that were shown. Messages and files stay, screenshots among them.',
      count: tickets,
    },
    'retention.calls_days': {
      name: 'Calls',
      what: 'Numbers, times, durations and links to recordings. Tickets that came of them stay.',
      count: counted('call', 'calls'),
    },
    'retention.suggestions_days': {
      name: 'What suggestions answered by themselves',
      what: 'They show which articles saved a ticket.',
      count: records,
    },
    'retention.searches_days': {
      name: 'Searches and drafts',
      what: 'What people searched and typed, masked, and what came of it. How often stays, for queries that several people had.',
      count: records,
    },
    'retention.alerts_days': {
      name: 'Alerts of deadlines',
      what: 'What agents see in their list of deadlines.',
      count: counted('alert', 'alerts'),
    },
    'retention.mail_days': {
      name: 'Mail outside of tickets',
      what: 'Sign-in links, sent or not.',
      count: counted('mail', 'mails'),
    },
    'retention.inbound_days': {
      name: 'Mail that came in',
      what: 'What became of it, and the raw mails. What went onto tickets stays.',
      count: counted('mail', 'mails'),
    },
    'retention.audit_days': {
      name: 'History of settings',
      what: 'What is younger than a year, the database does not remove.',
      count: records,
    },
  },
};
