import { expect, test } from './portal-test';

test('a picture of another window is looked at first, and goes along with the request', async ({
  visitor,
  agent,
}) => {
  const { page, shown, field } = await visitor({ to: 'new' });
  await field.fill('Смотрите на снимок');
  // Stands in for the person's choice in the browser's own dialog, which no test can press.
  await page.evaluate(() => {
    const canvas = document.createElement('canvas');
    const context = canvas.getContext('2d');
    setInterval(() => context?.fillRect(0, 0, 40, 40), 50);
    navigator.mediaDevices.getDisplayMedia = () => Promise.resolve(canvas.captureStream());
  });
  await shown.getByRole('button', { name: 'Снимок экрана' }).click();
  const editor = page.getByRole('dialog');
  await editor.getByRole('button', { name: 'Приложить' }).click();
  await expect(shown.getByRole('list', { name: 'Приложенные файлы' }).getByRole('listitem')).toHaveCount(1);
  await shown.getByRole('button', { name: 'Отправить' }).click();
  await expect(page).toHaveURL(/\/requests\/\d+$/);
  const number = Number(/\d+$/.exec(page.url())?.[0]);
  await expect(shown.locator('.ui-thumb img')).toBeVisible();
  await expect.poll(() => agent.read(number)).toEqual(['Смотрите на снимок']);
});

test('who picks nothing is told how to paste a picture', async ({ visitor }) => {
  const { page, shown } = await visitor({ to: 'new' });
  await page.evaluate(() => {
    navigator.mediaDevices.getDisplayMedia = () => Promise.reject(new DOMException('', 'NotAllowedError'));
  });
  await shown.getByRole('button', { name: 'Снимок экрана' }).click();
  await expect(shown.getByRole('alert')).toContainText('вставьте его в поле');
});
