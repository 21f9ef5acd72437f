import { type ClamdServer, EICAR, openClamdServer } from '../../server/testing/clamd-server';
import { startServer } from '../support/server-process';
import { test as base, expect } from './panel-test';

const test = base.extend<object, { clamd: ClamdServer }>({
  clamd: [
    async ({}, use) => {
      const clamd = await openClamdServer();
      await use(clamd);
      await clamd.close();
    },
    { scope: 'worker' },
  ],
  server: [
    async ({ clamd }, use) => {
      const { host, port } = clamd.address as { host: string; port: number };
      const server = await startServer({ CLAMD_URL: `tcp://${host}:${port}` });
      await use(server);
      await server.close();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
});

test('a file is being checked for both sides, then opens; one with a virus gives way to an explanation', async ({
  person,
  server,
  clamd,
  browser,
}) => {
  const { ask, panel, messages } = await (await person()).tab();
  let goOn = () => {};
  clamd.hold = new Promise((resolve) => {
    goOn = resolve;
  });
  await panel.getByLabel('Приложить файл').setInputFiles([
    { name: 'акт.txt', mimeType: 'text/plain', buffer: Buffer.from('ничего опасного') },
    { name: 'счёт.txt', mimeType: 'text/plain', buffer: Buffer.from(EICAR) },
  ]);
  const number = await ask('Посмотрите файлы');
  const mine = messages.last().getByRole('list', { name: 'Файлы' });
  await expect(mine.getByText('проверяется на вирусы')).toHaveCount(2);
  await expect(mine.getByRole('link')).toHaveCount(0);

  const desk = await browser.newPage({ locale: 'ru-RU' });
  await desk.goto(server.deskLink);
  await desk.getByRole('searchbox').or(desk.getByRole('list').first()).first().waitFor();
  await desk.goto(`${server.url}/desk/tickets/${number}`);
  const theirs = desk.getByRole('list', { name: 'Вложения' });
  await expect(theirs.getByText('проверяется на вирусы')).toHaveCount(2);

  goOn();
  for (const list of [mine, theirs]) {
    await expect(list.getByRole('link', { name: /акт\.txt/ })).toBeVisible();
    await expect(list.getByText(/^удалён: .*вирус \(Eicar-Test-Signature\)$/)).toBeVisible();
    await expect(list.getByRole('link')).toHaveCount(1);
  }
  await desk.close();
});
