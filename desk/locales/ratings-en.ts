import type { RatingsTexts } from './ratings-ru';

export const ratingsEn: RatingsTexts = {
  period: 'Time',
  days: (count) => `${count} days`,
  year: 'a year',
  by: 'Show',
  groups: {
    agent: 'by agent',
    team: 'by team',
    company: 'by company',
    week: 'by week',
    month: 'by month',
  },
  heads: { agent: 'Agent', team: 'Team', company: 'Company', week: 'Week of', month: 'Month' },
  nobody: 'without an assignee or a team',
  table: 'Ratings by group',
  share: 'Good ones',
  good: 'Good',
  bad: 'Bad',
  declined: 'Did not say',
  total: 'Total',
  nothing: 'There are no ratings in this time',
  last: 'Latest ratings',
  filter: 'Which',
  filters: { all: 'all', bad: 'bad', good: 'good' },
  noRatings: 'There are no such ratings',
};
