import { checkAccess } from '../support/check-access';
import { expect, test } from './desk-test';

test('a ticket becomes a draft: its question and the chosen answer, without who wrote', async ({
  agent,
  requester,
}) => {
  const asker = await requester('business');
  const { number } = await asker.ask('Пишите на buh@vita.example. Как закрыть период?', 'Закрытие периода');
  const page = await agent('mikhail');
  await page.goto(`/desk/tickets/${number}`);
  await page.getByRole('textbox', { name: /Ответ/ }).first().fill('Откройте «Периоды» и нажмите «Закрыть».');
  await page.keyboard.press('Control+Enter');
  await expect(page.locator('.message').filter({ hasText: 'Откройте «Периоды»' })).toBeVisible();
  await page.locator('.ticket-menu').click();
  await page.getByRole('menuitem', { name: 'Сделать статьёй…' }).click();
  const dialog = page.getByRole('dialog', { name: `Статья из обращения № ${number}` });
  await expect(dialog.getByRole('checkbox').last()).toBeChecked();
  await checkAccess(page);
  await dialog.getByRole('button', { name: 'Сделать черновик' }).click();
  await expect(page.getByRole('textbox', { name: 'Текст статьи' })).toHaveValue(
    '> Пишите на [email]. Как закрыть период?\n\nОткройте «Периоды» и нажмите «Закрыть».\n',
  );
  await page.getByRole('link', { name: `Из обращения № ${number}` }).click();
  await expect(page.locator('.message').filter({ hasText: 'Как закрыть период?' })).toBeVisible();
});
