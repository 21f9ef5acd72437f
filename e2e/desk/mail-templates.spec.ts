import { checkAccess } from '../support/check-access';
import { expect, test } from './desk-test';

test('an admin changes the text of a mail, sees it as its readers will, and takes the shipped one back', async ({
  agent,
}) => {
  const page = await agent('anna');
  await page.goto('/desk/mail/templates');
  const list = page.getByRole('list', { name: 'Тексты писем' });
  await list.getByRole('link', { name: /^Обращение решено/ }).click();
  const mail = page.frameLocator('iframe[title="Как выглядит письмо"]');
  await expect(mail.getByText('Обращение решено.')).toBeVisible();

  const body = page.getByLabel('Текст', { exact: true });
  await body.fill('Готово, {nobody}.');
  await expect(page.getByText('Такой переменной нет: {nobody}')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Сохранить' })).toBeDisabled();
  await body.fill('Мы всё сделали в обращении № {number}.');
  await expect(mail.getByText('Мы всё сделали в обращении № 1042.')).toBeVisible();
  await page.getByLabel('тёмное').check();
  await page.getByLabel('как на телефоне').check();
  const ground = () => mail.locator('body').evaluate((element) => getComputedStyle(element).backgroundColor);
  await expect.poll(ground).toBe('rgb(16, 19, 23)');
  await page.getByLabel('светлое').check();
  await expect.poll(ground).toBe('rgb(246, 247, 249)');
  await page.getByLabel('без оформления').check();
  await expect(page.getByText('Мы всё сделали в обращении № 1042.').last()).toBeVisible();
  await checkAccess(page);
  await page.getByRole('button', { name: 'Сохранить' }).click();
  await expect(page.getByText('Сохранено: так уйдут следующие письма')).toBeVisible();
  await page.getByRole('button', { name: 'Вернуть исходный текст' }).click();
  await expect(body).toHaveValue(/^Обращение решено\. Если вопрос остался/);
});
