import { expect, test } from './desk-test';

test('each ticket keeps its own draft, over switching and reloading', async ({ agent, requester }) => {
  const asker = await requester('business');
  const [first, second] = [await asker.ask('Первый вопрос'), await asker.ask('Второй вопрос')];
  const page = await agent();
  const field = page.getByRole('form', { name: 'Ответ' }).getByRole('textbox');
  await page.goto(`/desk/tickets/${first.number}`);
  await field.fill('Ответ на первый');
  await page.goto(`/desk/tickets/${second.number}`);
  await expect(field).toHaveValue('');
  await page.getByRole('button', { name: 'Заметка', exact: true }).click();
  await field.fill('Заметка ко второму');
  await page.goto(`/desk/tickets/${first.number}`);
  await expect(field).toHaveValue('Ответ на первый');
  await page.goto(`/desk/tickets/${second.number}`);
  await expect(field).toHaveValue('Заметка ко второму');
  await expect(page.getByRole('button', { name: 'Сохранить заметку' })).toBeVisible();
});

test('what is sent without a line waits, survives a reload and arrives once', async ({
  agent,
  requester,
}) => {
  const asker = await requester('network');
  const { number } = await asker.ask('Есть ли выгрузка?');
  const page = await agent();
  await page.goto(`/desk/tickets/${number}`);
  const thread = page.getByRole('region', { name: 'Переписка' });
  await expect(thread.getByText('Есть ли выгрузка?')).toBeVisible();
  await page.context().setOffline(true);
  await page.evaluate(() => window.dispatchEvent(new Event('offline')));
  const field = page.getByRole('form', { name: 'Ответ' }).getByRole('textbox');
  await field.fill('Да, в разделе «Отчёты».');
  await field.press('Control+Enter');
  await expect(field).toHaveValue('');
  await expect(thread.getByText('Да, в разделе «Отчёты».')).toBeVisible();
  await page.context().setOffline(false);
  await page.reload();
  await expect(thread.getByText('Да, в разделе «Отчёты».')).toHaveCount(1);
  await expect(page.locator('[data-pending]')).toHaveCount(0);
  await expect.poll(() => asker.read(number)).toEqual(['Есть ли выгрузка?', 'Да, в разделе «Отчёты».']);
});

test('what is sent while the server is dead arrives once when it is back, and the desk says what is going on', async ({
  agent,
  requester,
  server,
}) => {
  const asker = await requester('business');
  const { number } = await asker.ask('Сервер жив?');
  const page = await agent();
  await page.goto(`/desk/tickets/${number}`);
  const thread = page.getByRole('region', { name: 'Переписка' });
  await expect(thread.getByText('Сервер жив?')).toBeVisible();
  await server.kill9();
  await expect(page.getByText('Нет связи с сервером. Пробуем снова')).toBeVisible();
  const field = page.getByRole('form', { name: 'Ответ' }).getByRole('textbox');
  await field.fill('Теперь жив.');
  await field.press('Control+Enter');
  await expect(thread.getByText('Отправится, когда появится связь')).toBeVisible();
  await page.getByLabel('Приоритет').selectOption('urgent');
  await expect(page.getByText(`#${number}: изменение не сохранено.`)).toBeVisible();
  await expect(page.getByLabel('Приоритет')).toHaveValue('normal');

  await server.start();
  await page.getByRole('button', { name: 'Попробовать сейчас' }).click();
  await expect(page.getByText('Нет связи с сервером. Пробуем снова')).toBeHidden();
  await expect(page.locator('[data-pending]')).toHaveCount(0);
  await expect(thread.getByText('Теперь жив.')).toHaveCount(1);
  await expect.poll(() => asker.read(number)).toEqual(['Сервер жив?', 'Теперь жив.']);
});
