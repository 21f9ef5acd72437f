import type { Locale } from '@beseda/shared/domain/words';
import { EN } from './en';
import { RU } from './ru';

/** What mails say in one language. */
export interface MailTexts {
  greeting(name: string): string;
  answered(count: number, number: number, subject: string): string;
  followed(count: number, number: number, subject: string): string;
  /** Nothing was written; what happened is told below. */
  news(number: number, subject: string): string;
  solved: string;
  proposed(date: string): string;
  rate: string;
  good: string;
  bad: string;
  confirmed(number: number, subject: string): string;
  /** Of an answer that opened a request of its own. */
  newQuestion(number: number): string;
  askSubject: string;
  files: string;
  howToReply(url: string): string;
  signInSubject: string;
  signInIntro: string;
  portalSubject: string;
  /** One address may belong to people of several companies. */
  portalIntro(company: string): string;
  notStaff(company: string): string;
  signInButton: string;
  signInNote(minutes: number): string;
  notAsked: string;
  /** To who is not served. */
  notServed: {
    subject(vendor: string): string;
    greeting(vendor: string): string;
    stranger: string;
    distributor(company: string): string;
    theirs: string;
    articles: string;
  };
  /** Added to times: they are shown in Moscow's. */
  zone: string;
}

export function textsFor(locale: Locale): MailTexts {
  return locale === 'ru' ? RU : EN;
}
