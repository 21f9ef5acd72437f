import { expect, test } from './panel-test';

/** One green pixel. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const image = (name: string) => ({ name, mimeType: 'image/png', buffer: PNG });

test('a chosen file is shown before it is sent, can be removed, and goes with the first message', async ({
  person,
}) => {
  const { panel, ask, messages } = await (await person()).tab();
  await panel.getByLabel('Приложить файл').setInputFiles([image('экран.png'), image('лишний.png')]);
  const held = panel.getByRole('list', { name: 'Приложенные файлы' });
  await expect(held.getByRole('listitem')).toHaveText([/экран\.png/, /лишний\.png/]);
  await expect(held.getByRole('presentation').first()).toBeVisible();
  await held.getByRole('button', { name: 'Убрать файл лишний.png' }).click();
  await ask('Вот снимок');
  await expect(messages.getByRole('img', { name: 'экран.png' })).toBeVisible();
  await expect(messages.getByRole('img', { name: 'лишний.png' })).toHaveCount(0);
  await messages.getByRole('img', { name: 'экран.png' }).click();
  await expect(panel.getByRole('dialog', { name: 'экран.png' })).toBeVisible();
  await panel.getByRole('button', { name: 'Закрыть' }).last().click();
  await expect(panel.getByRole('dialog')).toHaveCount(0);
});

test('a file can be dropped anywhere on the panel, and pasted from the clipboard', async ({ person }) => {
  const { panel, field, ask, messages } = await (await person()).tab();
  await panel.getByRole('heading', { level: 1 }).evaluate(
    (target, bytes) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([Uint8Array.from(bytes)], 'брошенный.png', { type: 'image/png' }));
      for (const type of ['dragover', 'drop'])
        target.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
    },
    [...PNG],
  );
  await field.evaluate(
    (target, bytes) => {
      const clipboardData = new DataTransfer();
      clipboardData.items.add(new File([Uint8Array.from(bytes)], 'image.png', { type: 'image/png' }));
      target.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    },
    [...PNG],
  );
  const held = panel.getByRole('list', { name: 'Приложенные файлы' });
  await expect(held.getByRole('listitem')).toHaveCount(2);
  await ask('Брошенный и вставленный');
  await expect(messages.first().getByRole('img', { name: /\.png$/ })).toHaveCount(2);
});

test('a refused file says what is allowed and how large', async ({ person }) => {
  const { panel } = await (await person()).tab();
  await panel.getByLabel('Приложить файл').setInputFiles([
    { name: 'вирус.exe', mimeType: 'application/x-msdownload', buffer: Buffer.from('MZ') },
    { name: 'пустой.txt', mimeType: 'text/plain', buffer: Buffer.alloc(0) },
    { name: 'архив.zip', mimeType: 'application/zip', buffer: Buffer.alloc(20 * 1024 * 1024 + 1) },
  ]);
  const alert = panel.getByRole('alert');
  await expect(alert).toContainText('«вирус.exe»: такие файлы не принимаются. Можно: PNG, JPEG');
  await expect(alert).toContainText('«пустой.txt»: файл пустой');
  await expect(alert).toContainText('«архив.zip»: файл слишком большой. Можно до 20 МБ');
});

test('what was refused goes with the message, or before it when it is dismissed', async ({ person }) => {
  const { panel, ask } = await (await person()).tab();
  const refuse = () =>
    panel
      .getByLabel('Приложить файл')
      .setInputFiles([
        { name: 'вирус.exe', mimeType: 'application/x-msdownload', buffer: Buffer.from('MZ') },
      ]);
  const refusal = panel.getByText('«вирус.exe»');
  await refuse();
  await expect(refusal).toBeVisible();
  await panel.getByRole('button', { name: 'Убрать предупреждение' }).click();
  await expect(refusal).toHaveCount(0);
  await refuse();
  await expect(refusal).toBeVisible();
  await ask('Без файла');
  await expect(refusal).toHaveCount(0);
});

test('what the server refuses by content stands as not sent, and can be taken back', async ({ person }) => {
  const { panel, field } = await (await person()).tab();
  await panel
    .getByLabel('Приложить файл')
    .setInputFiles([
      { name: 'не картинка.png', mimeType: 'image/png', buffer: Buffer.from('<html>это не картинка</html>') },
    ]);
  await field.fill('Смотрите');
  await field.press('Enter');
  const refused = panel.getByRole('log').getByRole('alert');
  await expect(refused).toContainText('Не отправлено. «не картинка.png»: такие файлы не принимаются');
  await refused.getByRole('button', { name: 'Удалить' }).click();
  await expect(field).toHaveValue('Смотрите');
});

test("an agent's file is there for the requester", async ({ person, agent }) => {
  const { ask, messages, page } = await (await person()).tab();
  const number = await ask('Пришлите реестр');
  await agent.answer(number, 'Вот он', [
    { name: 'реестр.csv', type: 'text/csv', bytes: Buffer.from('a;b\n1;2\n') },
    { name: 'схема.png', type: 'image/png', bytes: PNG },
  ]);
  await expect(messages.last().getByRole('img', { name: 'схема.png' })).toBeVisible();
  const link = messages.last().getByRole('link', { name: /реестр\.csv/ });
  const url = new URL((await link.getAttribute('href')) ?? '', page.url()).href;
  expect(await (await fetch(url)).text()).toBe('a;b\n1;2\n');
});

test('text and files of a draft survive a reload', async ({ person }) => {
  const tab = await (await person()).tab();
  const { panel, field, page } = tab;
  await panel.getByLabel('Приложить файл').setInputFiles([image('черновик.png')]);
  await field.fill('Недописанное');
  const frame = page.frames().find((frame) => frame.url().includes('/panel'));
  await expect.poll(() => frame?.evaluate(readDrafts)).toEqual(['Недописанное']);
  await page.reload();
  await page.evaluate(() => window.Beseda('init', { getToken: window.tokenOf('me') }));
  await tab.open();
  await expect(field).toHaveValue('Недописанное');
  await expect(panel.getByText('черновик.png')).toBeVisible();
});

/** In the iframe: texts of the stored drafts. */
function readDrafts(): Promise<string[]> {
  return new Promise((resolve) => {
    const request = indexedDB.open('beseda');
    // Not there yet: nothing is made here, as it would stand in the way of the panel's own.
    request.addEventListener('upgradeneeded', () => request.transaction?.abort());
    request.addEventListener('error', () => resolve([]));
    request.addEventListener('success', () => {
      const rows = request.result.transaction('drafts').objectStore('drafts').getAll();
      rows.addEventListener('success', () => {
        request.result.close();
        resolve((rows.result as { text: string }[]).map(({ text }) => text));
      });
    });
  });
}
