import { checkAccess } from '../support/check-access';
import { expect, test } from './desk-test';

interface Template {
  key: string;
  subject: string;
  body: string;
}
interface Preview {
  problems: unknown[];
  mail: { html: string } | null;
}

const NARROW = { width: 360, height: 760 };

for (const locale of ['ru', 'en'] as const) {
  for (const scheme of ['light', 'dark'] as const) {
    test(`each mail fits a phone and can be read: ${locale}, ${scheme}`, async ({
      browser,
      server,
    }, info) => {
      const token = await server.beseda('token', 'create', '--name', `looks-${locale}-${scheme}`);
      const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
      const base = `${server.url}/api/v1/mail-templates`;
      const list = (await (await fetch(`${base}?locale=${locale}`, { headers })).json()) as {
        results: Template[];
      };
      const context = await browser.newContext({ viewport: NARROW, colorScheme: scheme });
      const page = await context.newPage();
      for (const { key, subject, body } of list.results) {
        const answer = await fetch(`${base}/${key}/${locale}/preview`, {
          method: 'POST',
          headers,
          body: JSON.stringify({ subject, body }),
        });
        const { mail, problems } = (await answer.json()) as Preview;
        expect(problems, key).toEqual([]);
        await page.setContent(mail?.html ?? '');
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        expect(width, key).toBeLessThanOrEqual(NARROW.width);
        await checkAccess(page);
        await info.attach(`${key}-${locale}-${scheme}`, {
          body: await page.screenshot({ fullPage: true }),
          contentType: 'image/png',
        });
      }
      await context.close();
    });
  }
}
