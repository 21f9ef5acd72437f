import type { MailTexts } from './mail-texts';

export const EN: MailTexts = {
  greeting: (name) => `Hello ${name},`,
  answered: (count, number, subject) =>
    `${count === 1 ? 'There is an answer' : 'There are new answers'} to your request #${number} “${subject}”:`,
  followed: (count, number, subject) =>
    `${count === 1 ? 'There is an answer' : 'There are new answers'} to request #${number} “${subject}”, which you follow:`,
  news: (number, subject) => `There is news of request #${number} “${subject}”.`,
  solved: 'The request is solved. If your question remains, tell us in the same conversation.',
  proposed: (date) =>
    `The task is done. Accept it, or write what is missing, in the same conversation. Without an answer it counts as accepted on ${date}.`,
  rate: 'How did we do?',
  good: 'Good',
  bad: 'Bad',
  confirmed: (number, subject) => `We have your request #${number}, “${subject}”.`,
  newQuestion: (number) =>
    `A new question is a new request: you wrote in answer to request #${number}, and we have tied the two to each other.`,
  askSubject:
    'Your mail had no subject, so we took one from its text. Please give a subject: it tells us sooner what the question is about.',
  files: 'Files in the conversation:',
  howToReply: (url) =>
    `To reply, open the request: ${url} or the support window in your system. Nobody reads replies to this mail.`,
  signInSubject: 'Sign in to the support desk',
  signInIntro: 'This link signs you in to the support desk:',
  portalSubject: 'Sign in to “My requests”',
  portalIntro: (company) => `This link shows your requests to support (company: ${company}):`,
  notStaff: (company) =>
    `You asked to see requests to support. We support the staff of companies that work in the system. Distributors are helped by their own company: ${company}.`,
  signInButton: 'Sign in',
  signInNote: (minutes) => `The link works for ${minutes} minutes, and once.`,
  notAsked: 'If you did not ask to sign in, there is nothing to do.',
  notServed: {
    subject: (vendor) => `Whom the support of ${vendor} helps`,
    greeting: (vendor) => `Hello. This is the support of ${vendor}. Your mail has not opened a request.`,
    stranger:
      'We help the staff of companies that work in the system, and know them by their mail addresses. We do not know yours. If you are on the staff of such a company, write from your work address or ask within the system. If you are a distributor or a partner, the support of your company helps you.',
    distributor: (company) =>
      `We help the staff of companies that work in the system. Distributors are helped by their own company: “${company}”.`,
    theirs: 'The support of your company:',
    articles: 'Answers to common questions are in the knowledge base:',
  },
  zone: 'MSK',
};
