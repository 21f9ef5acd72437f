import type { ThreadTexts } from './thread';

export const threadEn: ThreadTexts = {
  reply: 'Write a message',
  you: 'You',
  files: 'Files',
  earlier: 'Show earlier',
  newest: 'To the latest messages',
  typing: '{name} is typing…',
  answers: 'Answered by {name}',
  nobodyYet: 'We will answer soon',
  closedHint: 'This conversation is closed.',
  gone: 'This request is gone, or not yours to see any more.',
  otherTopic: 'Another question?',
  beginNew: 'New conversation',
  isSent: 'Sent',
  isRead: 'Read',
  uploading: 'Uploading files: {share}%',
  states: { pending: 'Waiting to be sent', sending: 'Sending…', sent: 'Sent' },
  statuses: {
    open: 'In progress',
    pending: 'Waiting for you',
    on_hold: 'On hold',
    solved: 'Solved',
    closed: 'Closed',
  },
  statusLines: {
    open: 'In progress again',
    pending: 'Waiting for your answer',
    on_hold: 'Waiting for somebody else',
    solved: 'Solved',
    closed: 'Closed',
  },
};
