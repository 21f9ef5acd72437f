import type { Locale } from '../domain/words';

export interface MailTemplateText {
  /** Empty where the mail's text is a part of others. */
  subject: string;
  body: string;
}

/** A row of `GET /api/v1/mail-templates`: what stands now, what was shipped, and which variables it takes. */
export interface MailTemplate extends MailTemplateText {
  key: string;
  locale: Locale;
  shipped: MailTemplateText;
  isPart: boolean;
  /** Those that must stand in it are `needed`. */
  variables: { name: string; needed: boolean; ownParagraph: boolean }[];
  changedAt: string | null;
}

export interface MailTemplateProblem {
  code: 'unknown_variable' | 'missing_variable' | 'own_paragraph' | 'subject';
  what: string;
}

/** `POST …/preview`: the mail with a made-up ticket; null while something is wrong with the text. */
export interface MailPreview {
  problems: MailTemplateProblem[];
  mail: { subject: string; text: string; html: string } | null;
}
