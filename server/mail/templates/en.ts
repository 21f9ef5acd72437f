import type { MailTexts } from './mail-texts';

export const EN: MailTexts = {
  greeting: (name) => `Hello ${name},`,
  answered: (count, number, subject) =>
    `${count === 1 ? 'There is an answer' : 'There are new answers'} to your request #${number} “${subject}”:`,
  followed: (count, number, subject) =>
    `${count === 1 ? 'There is an answer' : 'There are new answers'} to request #${number} “${subject}”, which you follow:`,
  confirmed: (number, subject) => `We have your request #${number}, “${subject}”.`,
  files: 'Files in the conversation:',
  howToReply:
    'To reply, open the support window in your system: the conversation goes on from here. Nobody reads replies to this mail.',
  signInSubject: 'Sign in to the support desk',
  signInIntro: 'This link signs you in to the support desk:',
  signInButton: 'Sign in',
  signInNote: (minutes) => `The link works for ${minutes} minutes, and once.`,
  notAsked: 'If you did not ask to sign in, there is nothing to do.',
  zone: 'MSK',
};
