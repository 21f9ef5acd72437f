import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFolderTransport } from './folder-transport';
import type { OutgoingMail } from './outgoing-mail';

const MAIL: OutgoingMail = {
  id: '0199aaaa-0000-7000-8000-000000000001',
  createdAt: '2026-11-23T09:00:00.000Z',
  messageId: 'one@desk.example',
  references: ['root@desk.example', 'zero@desk.example'],
  from: { name: 'Служба поддержки', address: 'support@desk.example' },
  returnPath: 'support@desk.example',
  to: { name: 'Ольга', address: 'olga@vita.example' },
  subject: '[#1042] Как вывести деньги',
  text: 'Здравствуйте.',
  html: '<p>Здравствуйте.</p>',
};

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'beseda-mail-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('mail without a server', () => {
  it('lies in one whole .eml file, also when it is sent again', async () => {
    const transport = createFolderTransport(join(folder, 'mail'));
    await transport.send(MAIL);
    await transport.send(MAIL);
    expect(await readdir(join(folder, 'mail'))).toEqual([
      '2026-11-23T09-00-00.000Z-0199aaaa-0000-7000-8000-000000000001.eml',
    ]);
    const [name = ''] = await readdir(join(folder, 'mail'));
    const text = await readFile(join(folder, 'mail', name), 'utf8');
    expect(text).toContain('Message-ID: <one@desk.example>\r\n');
    expect(text).toContain('In-Reply-To: <zero@desk.example>\r\n');
    expect(text).toContain('Date: Mon, 23 Nov 2026 09:00:00 +0000\r\n');
    expect(text).not.toMatch(/[^\r]\n/);
  });

  it('says by a code why it could not be kept', async () => {
    const transport = createFolderTransport('/dev/null/mail');
    await expect(transport.send(MAIL)).rejects.toMatchObject({ reason: 'ENOTDIR', isPermanent: false });
  });
});
