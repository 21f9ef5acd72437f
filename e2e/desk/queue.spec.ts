import { expect, test } from './desk-test';

test('a ticket appears, is taken and leaves without a reload, for two agents at once', async ({
  agent,
  requester,
}) => {
  const [anna, mikhail] = [await agent('anna'), await agent('mikhail')];
  const asker = await requester('business');
  const subject = `Не открывается страница выплат ${Date.now()}`;
  const { number } = await asker.ask('Белый экран вместо списка.', subject);

  for (const page of [anna, mikhail])
    await page.getByRole('link', { name: new RegExp(subject) }).scrollIntoViewIfNeeded();
  const row = anna.getByRole('link', { name: new RegExp(subject) });
  await expect(row).toContainText(asker.name);
  await expect(row).toContainText('не прочитано');
  await expect(anna.getByRole('log')).toContainText(`#${number}`);
  await expect(anna).toHaveTitle(/^\(\d+\) /);

  await row.click();
  await anna.getByRole('button', { name: 'Взять себе' }).click();
  await expect(row).toBeHidden();
  await expect(mikhail.getByRole('link', { name: new RegExp(subject) })).toBeHidden();
  await expect(anna.getByRole('heading', { name: subject })).toBeVisible();

  await anna.getByRole('status', { name: 'Уведомления' }).getByRole('button', { name: 'Отменить' }).click();
  await expect(mikhail.getByRole('link', { name: new RegExp(subject) })).toBeVisible();
});

test('the search stands in the address, and going back works', async ({ agent, requester }) => {
  const subject = `Импорт остатков ${Date.now()}`;
  const { number } = await (await requester('start')).ask('Файл не принимается.', subject);
  const page = await agent();
  await page.keyboard.press('/');
  await page.keyboard.type(String(number));
  await expect(
    page.getByRole('region', { name: 'Обращения' }).getByRole('link', { name: new RegExp(subject) }),
  ).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`q=${number}`));
  await page.getByRole('link', { name: new RegExp(subject) }).click();
  await expect(page).toHaveURL(new RegExp(`/desk/unassigned/${number}`));
  await page.goBack();
  await expect(page.getByText('Выберите обращение')).toBeVisible();
  await page.goForward();
  await expect(page.getByRole('heading', { name: subject })).toBeVisible();
});

test('what finds nothing, and what is not there, is said in words', async ({ agent }) => {
  const page = await agent();
  await page.goto('/desk/all?q=совершенноничего');
  await expect(page.getByText('Ничего не нашлось')).toBeVisible();
  await page.goto('/desk/tickets/999999999');
  await expect(page.getByText('Такого обращения нет')).toBeVisible();
});
