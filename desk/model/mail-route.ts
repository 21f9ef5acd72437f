/** The sections of the mail area, in the order of its navigation. */
export const MAIL_SECTIONS = ['in', 'out', 'templates', 'webhook'] as const;
export type MailSection = (typeof MAIL_SECTIONS)[number];

/** Where in the mail area one is. `id`: the open object of the section. */
export interface MailPlace {
  section: MailSection;
  id: string | null;
}

/** Reads `/desk/mail/{section}/{id}`; an unknown section is the first one. */
export function parseMail(section: string, id: string): MailPlace {
  const known = MAIL_SECTIONS.find((name) => name === section);
  return known ? { section: known, id: id === '' ? null : id } : { section: MAIL_SECTIONS[0], id: null };
}

export function formatMail({ section, id }: MailPlace): string {
  return `/desk/mail/${section}${id === null ? '' : `/${id}`}`;
}
