import { describe, expect, it } from 'vitest';
import { type Check, checkMail } from '../../testing/mail-cases/check-mail-case';
import { type MailCase, readMailCases } from '../../testing/mail-cases/read-mail-cases';
import { parseMail } from './parse-mail';
import { MailUnreadable } from './parsed-mail';

const cases = readMailCases();

/** Where we read on purpose what the corpus does not. */
const OTHERWISE: Readonly<Record<string, string>> = {
  'chatwoot/multiple_attachments.eml · files': 'all 30 are kept, not the first 15',
  'chatwoot/mail_with_plain_text_and_inline_image.eml · files':
    'no HTML shows these images, so they stay files that can be seen',
  'chatwoot/mail_with_html_part_no_html_content.eml · html': 'nested deeply, but there is content',
  'mail_parser/legacy/017.eml · files': 'x-uuencode is undone',
  'mail_parser/legacy/048.eml · files': 'x-uuencode is undone',
  'mail_parser/legacy/049.eml · text': 'uuencoded files in the text become files',
  'talon/standard_replies/iphone.eml · reply':
    'the line of the phone is folded, as email_reply_parser expects',
  'talon/standard_replies/sparrow.eml · reply': 'the signature is folded',
};

/** What the corpora ask in all; fewer means that an expectation is no longer looked at. */
const CHECKS = 770;

describe.skipIf(cases.length === 0)('mails of other projects', () => {
  it('are read as those projects read them, but where we know better', async () => {
    const table: Record<string, { matched: number; of: number }> = {};
    const missed: string[] = [];
    for (const one of cases) {
      for (const { kind, matches } of await check(one)) {
        const row = (table[`${one.folder} · ${kind}`] ??= { matched: 0, of: 0 });
        row.of++;
        if (matches) row.matched++;
        else missed.push(`${one.file} · ${kind}`);
      }
    }
    console.table(table);
    expect(missed.sort()).toEqual(Object.keys(OTHERWISE).sort());
    const asked = Object.values(table).reduce((sum, { of }) => sum + of, 0);
    expect(asked).toBeGreaterThanOrEqual(CHECKS);
  });
});

async function check({ raw, expect: expected }: MailCase): Promise<Check[]> {
  const start = performance.now();
  try {
    const mail = await parseMail(raw);
    return checkMail(mail, expected, performance.now() - start);
  } catch (error) {
    if (error instanceof MailUnreadable)
      return [{ kind: 'is refused', matches: raw.length === 0, got: null }];
    throw error;
  }
}
