import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '../portal/portal-test';

const FILE = { name: 'log.txt', mimeType: 'text/plain', buffer: Buffer.from('строка') };

test('staff comment on an article, an agent answers in the desk, and everybody reads it', async ({
  visitor,
  server,
  browser,
}) => {
  const { page } = await visitor();
  await page.goto(`${server.url}/help/ru/article/302`);
  await page.getByRole('textbox', { name: 'Ваш комментарий' }).fill('Не хватает снимка экрана');
  await page.getByLabel('Файлы, не больше пяти').setInputFiles(FILE);
  await page.getByRole('button', { name: 'Отправить комментарий' }).click();
  const comments = page.getByRole('region', { name: 'Комментарии' });
  await expect(comments).toContainText('Комментарий появится для всех');
  await expect(comments).toContainText('Ждёт проверки, виден только вам');
  await expect(comments.getByRole('link', { name: 'log.txt' })).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

  const stranger = await browser.newPage({ locale: 'ru-RU', javaScriptEnabled: false });
  await stranger.goto(`${server.url}/help/ru/article/302`);
  await expect(stranger.getByRole('main').getByRole('heading', { level: 1 })).toBeVisible();
  await expect(stranger.getByRole('main')).not.toContainText('Не хватает снимка экрана');

  const context = await browser.newContext({ locale: 'ru-RU' });
  const desk = await context.newPage();
  await desk.goto(await server.beseda('agent', 'link', '--email', 'anna@desk.example'));
  await desk.getByRole('link', { name: /^Без исполнителя \d/ }).waitFor();
  await desk.getByRole('link', { name: 'База знаний' }).click();
  await desk.getByRole('link', { name: 'Отзывы читателей' }).click();
  const row = desk.getByRole('listitem').filter({ hasText: 'Не хватает снимка экрана' });
  await row.getByRole('button', { name: 'Ответить' }).click();
  await row.getByRole('textbox').fill('Снимок добавлен.');
  await row.getByRole('button', { name: 'Отправить ответ' }).click();
  await expect(row).toContainText('Снимок добавлен.');
  expect((await new AxeBuilder({ page: desk }).analyze()).violations).toEqual([]);
  await context.close();

  await stranger.reload();
  const readings = stranger.getByRole('region', { name: 'Комментарии' });
  await expect(readings).toContainText('Не хватает снимка экрана');
  await expect(readings).toContainText('Снимок добавлен.');
  await expect(readings).toContainText('Ольга С.');
  await expect(readings).not.toContainText('Седова');
  await expect(stranger.getByRole('link', { name: /Комментировать могут/ })).toBeVisible();
  await stranger.close();
});

test('without scripts a «no» is explained, and agents read why', async ({ browser, server }) => {
  const page = await browser.newPage({ locale: 'ru-RU', javaScriptEnabled: false });
  await page.goto(`${server.url}/help/ru/article/303`);
  await page.getByRole('button', { name: 'Нет', exact: true }).click();
  await page.getByRole('radio', { name: 'Не хватает сведений' }).check();
  await page.getByRole('textbox', { name: /Чего не хватило/ }).fill('Нет про комиссию');
  await page.getByRole('button', { name: 'Отправить отзыв' }).click();
  await expect(page.getByRole('status')).toContainText('авторы статьи увидят ваш отзыв');
  await page.close();

  const desk = await browser.newPage({ locale: 'ru-RU' });
  await desk.goto(await server.beseda('agent', 'link', '--email', 'anna@desk.example'));
  await desk.getByRole('link', { name: /^Без исполнителя \d/ }).waitFor();
  await desk.goto(`${server.url}/desk/knowledge/comments`);
  await desk.getByRole('combobox').first().selectOption('notes');
  const note = desk.getByRole('listitem').filter({ hasText: 'Нет про комиссию' });
  await expect(note).toContainText('Не хватает сведений');
  await desk.close();
});
