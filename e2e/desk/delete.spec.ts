import { expect, test } from './desk-test';

test('an admin deletes a ticket after asking once more; it is gone for everybody who shows it', async ({
  agent,
  requester,
}) => {
  const [anna, mikhail] = [await agent('anna'), await agent('mikhail')];
  const subject = `Удалите мои данные ${Date.now()}`;
  const { number } = await (await requester('start')).ask('Пожалуйста.', subject);
  for (const page of [anna, mikhail]) {
    await page.goto(`/desk/tickets/${number}`);
    await expect(page.getByRole('heading', { name: subject })).toBeVisible();
  }
  await mikhail.keyboard.press('Control+k');
  await mikhail.getByRole('combobox', { name: 'Команды' }).fill('удалить');
  await expect(mikhail.getByText('Такой команды нет')).toBeVisible();
  await mikhail.keyboard.press('Escape');

  await anna.keyboard.press('Control+k');
  await anna.getByRole('combobox', { name: 'Команды' }).fill('удалить');
  await anna.keyboard.press('Enter');
  const dialog = anna.getByRole('dialog', { name: `Удалить обращение № ${number}?` });
  await dialog.getByRole('button', { name: 'Отменить' }).click();
  await expect(anna.getByRole('heading', { name: subject })).toBeVisible();

  await anna.keyboard.press('Control+k');
  await anna.getByRole('combobox', { name: 'Команды' }).fill('удалить');
  await anna.keyboard.press('Enter');
  await dialog.getByRole('button', { name: 'Удалить навсегда' }).click();
  await expect(anna.getByRole('link', { name: new RegExp(subject) })).toHaveCount(0);
  await expect(mikhail.getByText('Такого обращения нет')).toBeVisible();
  await expect(mikhail.getByRole('link', { name: new RegExp(subject) })).toHaveCount(0);
});
