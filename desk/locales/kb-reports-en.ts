import { commentsEn } from './comments-en';
import type { KbReportsTexts } from './kb-reports-ru';

export const kbReportsEn: KbReportsTexts = {
  title: 'Reports',
  report: 'Report',
  period: 'Over',
  days: (count) => (count === 365 ? 'a year' : `${count} days`),
  language: 'Language',
  languages: { all: 'all languages', ru: 'Russian', en: 'English' },
  plan: 'Plan',
  allPlans: 'all plans',
  company: 'Company',
  allCompanies: 'all companies',
  file: 'Download CSV',
  reports: {
    not_found: 'Searched and not found',
    refused: 'Shown and of no help',
    deflecting: 'Articles that answer by themselves',
    tickets: 'Articles that lead to tickets',
    votes: 'Helpfulness by votes',
  },
  about: {
    not_found:
      'Queries and drafts that no article answered. Those after which people wrote to support stand first: they count three times.',
    refused:
      'Articles were shown, and were not opened, were refused, or people wrote all the same. Who wrote counts three times, who refused twice.',
    deflecting: 'How often somebody read the article, said that it helped, and there was no ticket.',
    tickets:
      'Tickets that came although the article had been read (they count three times) or stood in the list.',
    votes:
      'Answers to “Was this article helpful?”: everybody has one vote, the latest. Those with the most “no” stand first, with the reasons and the words of readers under them.',
  },
  counting:
    'A person counts once a day. Readers without a session count as one for each address, so that the numbers are rather too low. A query shows up some seconds after it was typed. Personal data in queries is masked.',
  few: 'little data',
  fewWhy: 'Fewer than five people: too early to judge by this share',
  table: 'Table of the report',
  query: 'Query',
  people: 'People',
  asked: 'Wrote',
  refused: 'Refused',
  tickets: 'Tickets',
  shown: 'Was shown',
  action: 'What to do',
  makeArticle: 'Write an article',
  synonym: 'Synonym',
  pin: 'Pin an article',
  made: (number) => `Draft ${number}`,
  article: 'Article',
  times: 'Shown',
  opened: 'Read',
  helped: 'Helped',
  share: 'Share',
  passed: 'Wrote, unread',
  askedAfter: 'Wrote, having read',
  yes: 'Yes',
  no: 'No',
  reasons: commentsEn.reasons,
  comments: (count) => `Readers’ words: ${count}`,
  nothing: {
    not_found: 'Every query of this time has found something',
    refused: 'Everything that was shown in this time was of use',
    articles: 'Nothing happened with the articles in this time',
  },
};
