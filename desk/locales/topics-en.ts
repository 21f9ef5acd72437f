import type { topicsRu } from './topics-ru';

export const topicsEn: typeof topicsRu = {
  actions: 'Actions on the request',
  more: 'Actions',

  split: 'Split off into a new request',
  articleCommand: 'Make it an article…',
  articleTitle: (number) => `An article from request no. ${number}`,
  articleHint:
    'The question and the chosen answers become a draft. Names, emails, phone numbers and the company are replaced by marks: check them before you publish.',
  articleAnswers: 'Answers',
  articleNone: 'There is no answer yet: the draft will have the question alone.',
  articleMake: 'Make a draft',
  splitCommand: 'Split a message off into a new request…',
  splitTitle: (number) => `New request out of #${number}`,
  message: 'Which message',
  messageText: 'What will be copied',
  subject: 'Subject of the new request',
  subjectHint: 'The customer sees it, too.',
  splitWhat: (number) => [
    `The message is copied with its files, and stays in #${number}.`,
    'The requests will link to each other; the customer sees the new one in their list.',
    'Where an answer is still owed, it is owed from the time the message was written.',
  ],
  followersToo: (names) => `Who follows this one will see that, too: ${names}.`,
  splitDo: 'Split off',
  nothingToSplit: 'There is no message of the customer here that could be split off.',

  mergeCommand: 'Merge with…',
  mergeTitle: (number) => `Merge #${number}`,
  mergeSearch: 'With which: number or a word of the subject',
  mergeHint: (name) =>
    `Only requests of the same person are offered: ${name}. With those of others one would read what the other wrote.`,
  candidates: 'Requests of this person',
  searching: 'Searching…',
  unreached: 'The server does not answer. Please try again.',
  noTwins: 'This person has no other request.',
  noTwinsFound: 'This person has no such request.',
  mergeWhat: (from, into) => [
    `Messages and notes of #${from} are copied into #${into}; they stay in #${from} as well.`,
    `#${from} is closed and leads to #${into}: what the customer writes there arrives in #${into}.`,
    `Who follows #${from} will see #${into}, too. Both keep their numbers; merging can be undone.`,
  ],
  keeps: (into) => `The conversation goes on in #${into}`,
  swap: 'The other way round',
  mergeDo: (into) => `Merge into #${into}`,
  chooseFirst: 'Choose a request',
  closedInto: (into) => `#${into} is closed. Merge the other way round, or open it again first.`,
  closedBoth: 'Both requests are closed. Open one of them again first.',

  unmerge: 'Undo the merging',
  unsplit: 'Undo the splitting',
  locked: 'This request was merged',
  lockedHint: (into) => `The conversation goes on in #${into}. Nothing can be written here.`,
  draftKept: 'Your draft is kept: it comes back when the merging is undone.',
  open: (number) => `Open #${number}`,

  links: 'Linked requests',
  linkKinds: {
    continued: { on: 'Goes on in', back: 'Continues' },
    split: { on: 'Split off into', back: 'Split off from' },
    merged: { on: 'Merged into', back: 'Includes' },
  },
  copyOf: (number) => `copied from #${number}`,

  acceptance: 'Acceptance',
  acceptBy: (moment) => `Waiting to be accepted ${moment}; without an answer it counts as accepted.`,
  steps: {
    proposed: (moment) => `the work is done, waiting to be accepted${moment && ` by ${moment}`}`,
    accepted: 'the work is accepted',
    lapsed: 'the work counts as accepted: no answer came',
    returned: 'the work was returned with a comment',
    withdrawn: 'no longer waiting to be accepted',
  },
  linked: {
    continued: {
      on: (number) => `a new message opened request #${number}: this one was solved long ago`,
      back: (number) => `goes on from request #${number}`,
    },
    split: {
      on: (number) => `a message was split off into the new request #${number}`,
      back: (number) => `split off from request #${number}`,
    },
    merged: {
      on: (number) => `merged into request #${number}, where the conversation goes on`,
      back: (number) => `the conversation of request #${number} was copied here`,
    },
  },
  untied: {
    continued: (number) => `no longer linked to request #${number}`,
    split: (number) => `the splitting was undone: #${number}`,
    merged: (number) => `the merging was undone: #${number}`,
  },

  notices: {
    split: (number, made) => `#${number}: a message was split off into #${made}`,
    unsplit: (made) => `The splitting was undone, #${made} is closed`,
    merged: (number, into) => `#${number} was merged into #${into}`,
    proposed: (number) => `#${number}: waiting for the customer to accept the work`,
    unmerged: (number) => `#${number}: the merging was undone`,
  },
};
