import { expect, test } from './desk-test';

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

test('an answer reaches the requester at once, a note never does', async ({ agent, requester }) => {
  const asker = await requester('business');
  const { number, conversationId } = await asker.ask('Как отменить выплату?');
  const socket = await asker.socket();
  await socket.emitWithAck('conversation:open', { conversationId });
  const page = await agent();
  await page.goto(`/desk/tickets/${number}`);

  const answered = new Promise<string>((resolve) => {
    socket.on('event:recorded', ({ event }) => event.kind === 'message' && resolve(event.message.text));
  });
  const field = page.getByRole('form', { name: 'Ответ' }).getByRole('textbox');
  await page.getByRole('button', { name: 'Заметка', exact: true }).click();
  await field.fill('Клиент спешит');
  await field.press('Control+Enter');
  await expect(page.locator('.message[data-by=note]')).toContainText('Клиент спешит');
  await page.getByRole('button', { name: 'Ответ', exact: true }).click();
  await field.fill('Откройте выплату и нажмите «Отменить».');
  await field.press('Control+Shift+Enter');
  expect(await answered).toBe('Откройте выплату и нажмите «Отменить».');
  await expect
    .poll(() => asker.read(number))
    .toEqual(['Как отменить выплату?', 'Откройте выплату и нажмите «Отменить».']);
  await expect(page.getByLabel('Статус')).toHaveValue('pending');
  await expect(page.getByRole('listitem').filter({ hasText: 'статус: ждёт ответа клиента' })).toBeVisible();

  const seq = await page.locator('.message, .change').count();
  await socket.emitWithAck('conversation:read', { conversationId, seq });
  await expect(page.getByText('Просмотрено')).toBeVisible();
});

test('who types, looks and answers is seen by the others', async ({ agent, requester }) => {
  const asker = await requester('start');
  const { number, conversationId } = await asker.ask('Не приходит письмо.');
  const [anna, mikhail] = [await agent('anna'), await agent('mikhail')];
  for (const page of [anna, mikhail]) await page.goto(`/desk/tickets/${number}`);
  await expect(anna.getByText('Михаил Котов смотрит')).toBeVisible();
  await mikhail.getByRole('form', { name: 'Ответ' }).getByRole('textbox').pressSequentially('Здравствуйте');
  await expect(anna.getByText('Михаил Котов отвечает')).toBeVisible();

  const socket = await asker.socket();
  await socket.emitWithAck('conversation:open', { conversationId });
  await socket.emitWithAck('presence:set', { conversationId, mode: 'replying' });
  await expect(anna.getByText(`${asker.name} печатает…`)).toBeVisible();
  await asker.say(number, 'Письмо пришло, спасибо.');
  await expect(
    anna.getByRole('region', { name: 'Переписка' }).getByText('Письмо пришло, спасибо.'),
  ).toBeVisible();
  await expect(anna.getByRole('log')).toContainText('Письмо пришло');
});

test('files come by picker, drop and paste; a refused one says what is allowed', async ({
  agent,
  requester,
}) => {
  const { number } = await (await requester('start')).ask('Пришлите образец.');
  const page = await agent();
  await page.goto(`/desk/tickets/${number}`);
  const composer = page.getByRole('form', { name: 'Ответ' });
  await composer
    .locator('input[type=file]')
    .setInputFiles({ name: 'снимок.png', mimeType: 'image/png', buffer: PIXEL });
  await expect(composer.getByText('снимок.png')).toBeVisible();

  const transfer = await page.evaluateHandle(() => {
    const data = new DataTransfer();
    data.items.add(new File(['a;b\n1;2'], 'остатки.csv', { type: 'text/csv' }));
    return data;
  });
  await page.locator('.message').first().dispatchEvent('drop', { dataTransfer: transfer });
  await expect(composer.getByText('остатки.csv')).toBeVisible();
  await composer.getByRole('textbox').evaluate((field) => {
    const clipboardData = new DataTransfer();
    clipboardData.items.add(new File(['x'], 'вирус.exe', { type: 'application/x-msdownload' }));
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  });
  await expect(composer.getByRole('alert')).toContainText('такие файлы не принимаются. Можно: PNG');

  await page.reload();
  await expect(composer.getByText('остатки.csv')).toBeVisible();
  await composer.getByRole('button', { name: 'Отправить', exact: true }).click();
  await expect(page.locator('.message').last().getByRole('img', { name: 'снимок.png' })).toBeVisible();
  await expect(
    page
      .locator('.message')
      .last()
      .getByRole('link', { name: /остатки\.csv/ }),
  ).toBeVisible();
});
