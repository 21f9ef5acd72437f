import type { Locale } from '@beseda/shared/domain/words';
import type { Transaction } from '../../db/connect';
import { SHIPPED_EN } from './shipped-en';
import { SHIPPED_RU } from './shipped-ru';
import type { TemplateKey, TemplateText } from './template-rules';

export type Templates = (key: TemplateKey) => TemplateText;

/** What the mails of one language say: as admins have written it, else as it was shipped. Read anew for each mail. */
export async function loadTemplates({ sql }: Transaction, locale: Locale): Promise<Templates> {
  const rows = await sql<(TemplateText & { key: string })[]>`
    select key, subject, body from mail_templates where locale = ${locale}`;
  const own = new Map(rows.map(({ key, subject, body }) => [key, { subject, body }]));
  return (key) => own.get(key) ?? shippedTemplate(locale, key);
}

export function shippedTemplate(locale: Locale, key: TemplateKey): TemplateText {
  return (locale === 'ru' ? SHIPPED_RU : SHIPPED_EN)[key];
}
