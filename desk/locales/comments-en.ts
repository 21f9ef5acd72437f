import type { CommentsTexts } from './comments-ru';

export const commentsEn: CommentsTexts = {
  choice: 'Show',
  states: { waiting: 'Waiting to be read', shown: 'Published', hidden: 'Hidden' },
  notes: 'Why an article did not help',
  none: {
    waiting: 'No new comments.',
    shown: 'No published comments yet.',
    hidden: 'No hidden comments.',
  },
  noNotes: 'Nobody has said yet why an article did not help.',
  reasons: {
    unclear: 'Hard to understand',
    incomplete: 'Something is missing',
    wrong: 'Wrong or out of date',
    other_question: 'Not what they looked for',
  },
  noReason: 'No reason given',
  visitor: 'a visitor who has not signed in',
  show: 'Publish',
  hide: 'Hide',
  answer: 'Answer',
  answerText: 'The answer under the comment, in your name',
  publishes: 'The comment is published with the answer.',
  send: 'Send answer',
  cancel: 'Cancel',
  decidedBy: (name: string) => `decided by ${name}`,
  files: 'Files',
  moved: { waiting: '', shown: 'The comment is published', hidden: 'The comment is hidden' },
};
