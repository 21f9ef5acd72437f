import { expect, test } from '../portal/portal-test';

const TITLE = 'Как обработать заявки на выплату';

test('a question that is asked from an article says so, in the form and in the ticket', async ({
  visitor,
  server,
  agent,
}) => {
  const { page, shown, field } = await visitor();
  await page.goto(`${server.url}/help/ru/article/302`);
  await page.getByRole('link', { name: 'Задать вопрос по этой статье' }).click();
  await expect(page).toHaveURL(/\/requests\/new\?article=302$/);
  await expect(shown).toContainText(`Вопрос по статье: ${TITLE}`);
  await field.fill('А если выплата частичная?');
  await shown.getByRole('button', { name: 'Отправить' }).click();
  const title = shown.getByRole('heading', { level: 2, name: /№ \d+/ });
  const number = Number(/\d+/.exec((await title.textContent()) ?? '')?.[0]);
  const { page: from } = (await agent.ticket(number)) as { page: Record<string, string> };
  expect(from).toMatchObject({ title: TITLE });
  expect(from['url']).toMatch(/\/help\/ru\/article\/302$/);
});

test('it can be about something else instead', async ({ visitor, server }) => {
  const { page, shown } = await visitor();
  await page.goto(`${server.url}/help/ru/requests/new?article=302`);
  await shown.getByRole('button', { name: 'Вопрос о другом' }).click();
  await expect(page).toHaveURL(/\/requests\/new$/);
  await expect(shown).not.toContainText('Вопрос по статье');
});

test('who must sign in first comes back to the same question', async ({ page, server }) => {
  await page.goto(`${server.url}/help/ru/article/302`);
  await page.getByRole('link', { name: 'Задать вопрос по этой статье' }).click();
  await expect(page.locator('input[name="to"]')).toHaveValue('new?article=302');
  await page.getByRole('textbox', { name: 'Рабочая почта' }).fill('nobody@example.com');
  await page.getByRole('button', { name: 'Получить ссылку для входа' }).click();
  await expect(page).toHaveURL(/\/requests\/new\?article=302&asked=1$/);
  await expect(page.getByRole('heading', { level: 1, name: 'Проверьте почту' })).toBeVisible();
});
