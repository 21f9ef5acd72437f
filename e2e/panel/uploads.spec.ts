import { createHash } from 'node:crypto';
import { expect, test } from './panel-test';

// A kill and a restart take their time.
test.describe.configure({ timeout: 90_000 });

const LINES = Buffer.from(
  Array.from({ length: 600_000 }, (_, n) => `строка ${n}`)
    .join('\n')
    .slice(0, 6_000_000),
);

test('an upload is shown as it goes, and goes on where a killed server has left it', async ({
  person,
  server,
  agent,
}) => {
  const { context, tab } = await person();
  const { ask, field, panel, messages, page } = await tab();
  const number = await ask('До файла');
  const offsets: number[] = [];
  let killed = false;
  await context.route('**/api/v1/uploads/*', async (route) => {
    const offset = Number(new URL(route.request().url()).searchParams.get('offset'));
    offsets.push(offset);
    if (offset < 4 * 2 ** 20 || killed) return route.continue();
    await expect(messages.last().getByText(/Загружаем файлы: [1-9]\d %/)).toBeVisible();
    await server.kill9();
    killed = true;
    await route.abort();
  });
  await panel
    .getByLabel('Приложить файл')
    .setInputFiles([{ name: 'журнал.log', mimeType: 'text/plain', buffer: LINES }]);
  await field.fill('Вот журнал');
  await field.press('Enter');
  await expect.poll(() => killed).toBe(true);
  await expect(panel.getByText('Сервер не отвечает')).toBeVisible();
  await server.start();
  const link = messages.last().getByRole('link', { name: /журнал\.log/ });
  await expect(link).toBeVisible({ timeout: 40_000 });
  expect(offsets.filter((offset) => offset === 0)).toHaveLength(1);
  expect(offsets.filter((offset) => offset === 2 * 2 ** 20)).toHaveLength(1);
  const url = new URL((await link.getAttribute('href')) ?? '', page.url()).href;
  const read = Buffer.from(await (await fetch(url)).arrayBuffer());
  const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
  expect(hashOf(read)).toBe(hashOf(LINES));
  await expect.poll(() => agent.read(number)).toEqual(['До файла', 'Вот журнал']);
});

test('a changed limit is told within two seconds, before anything is sent', async ({ person, server }) => {
  const { panel, page } = await (await person()).tab();
  const types = await server.beseda('settings', 'get', 'files.types');
  await server.beseda('settings', 'set', 'files.max_megabytes', '1');
  await server.beseda('settings', 'set', 'files.types', 'PNG, TXT');
  const sent: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/uploads')) sent.push(request.url());
  });
  await expect(async () => {
    await panel.getByLabel('Приложить файл').setInputFiles([
      { name: 'большой.txt', mimeType: 'text/plain', buffer: Buffer.alloc(2 ** 20 + 1, 'a') },
      { name: 'счёт.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7') },
    ]);
    const alert = panel.getByRole('alert');
    await expect(alert).toContainText('«большой.txt»: файл слишком большой. Можно до 1 МБ', { timeout: 500 });
    await expect(alert).toContainText(
      '«счёт.pdf»: такие файлы не принимаются. Можно: PNG, TXT, до 1 МБ каждый',
    );
  }).toPass();
  expect(sent).toEqual([]);
  await server.beseda('settings', 'set', 'files.max_megabytes', '20');
  await server.beseda('settings', 'set', 'files.types', types);
});

test('links of an open thread are renewed before they end', async ({ person }) => {
  const { context, tab } = await person();
  const { ask, panel, messages, page } = await tab();
  await page.clock.install();
  const renewed: string[] = [];
  await context.route('**/api/v1/files/links?*', async (route) => {
    const answer = await route.fetch();
    renewed.push(((await answer.json()) as { results: { url: string }[] }).results[0]?.url ?? '');
    await route.fulfill({ response: answer });
  });
  await panel
    .getByLabel('Приложить файл')
    .setInputFiles([{ name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from('файл') }]);
  await ask('С файлом');
  const link = messages.last().getByRole('link', { name: /a\.txt/ });
  await expect(link).toBeVisible();
  expect(renewed).toEqual([]);
  await page.clock.fastForward('46:00');
  await expect.poll(() => renewed.length).toBeGreaterThan(0);
  await expect(link).toHaveAttribute('href', renewed.at(-1) ?? '');
});
