import { checkAccess } from '../support/check-access';
import { expect, test } from './desk-test';

test('an admin suspends a company, its person is out at once, and the history says who did it', async ({
  agent,
  requester,
}) => {
  const asker = await requester('business');
  await asker.ask('Вопрос до приостановки');
  const page = await agent('anna');
  await page.getByRole('button', { name: /^Меню:/ }).click();
  await page.getByRole('link', { name: 'Настройки' }).click();
  await expect(page).toHaveURL(/\/desk\/settings\/companies$/);
  await page.getByRole('searchbox', { name: 'Поиск: название или код' }).fill('вита');
  await expect(page.getByRole('list', { name: 'Компании' }).getByRole('link')).toHaveCount(1);
  await checkAccess(page);
  await page.getByRole('link', { name: /^Вита Плюс/ }).click();
  await page.getByLabel('Регион').fill('KZ');
  await page.getByRole('button', { name: 'Сохранить' }).click();
  await expect(page.getByText('Сохранено.')).toBeVisible();
  await page.getByRole('button', { name: 'Удалить…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Удалить', exact: true }).click();
  await expect(page.getByText(/^Удалить нельзя\. Людей: [1-9]/)).toBeVisible();
  await page.getByRole('button', { name: 'Приостановить…' }).click();
  await checkAccess(page);
  await page.getByRole('dialog').getByRole('button', { name: 'Приостановить', exact: true }).click();
  await expect(page.getByText(/^Обслуживание приостановлено/)).toBeVisible();
  await expect(asker.ask('Вопрос после приостановки')).rejects.toThrow();
  await page.getByRole('button', { name: 'Возобновить обслуживание' }).click();
  await expect(page.getByRole('button', { name: 'Приостановить…' })).toBeVisible();
  await page.getByRole('button', { name: /^Закрыть доступ: Ирина/ }).click();
  await page.getByRole('button', { name: /^Открыть доступ: Ирина/ }).click();
  await expect(page.getByText('Доступ открыт: Ирина Белова.')).toBeVisible();

  await page.getByRole('link', { name: 'Общие' }).click();
  const form = page.getByRole('form', { name: 'Файлов в одном сообщении' });
  await form.getByRole('textbox').fill('0');
  await form.getByRole('button', { name: 'Сохранить' }).click();
  await expect(form.getByText('Проверьте, всё ли введено верно')).toBeVisible();
  await form.getByRole('textbox').fill('9');
  await form.getByRole('button', { name: 'Сохранить' }).click();
  await expect(form.getByText('Сохранено.')).toBeVisible();
  await checkAccess(page);

  await page.getByRole('link', { name: 'История', exact: true }).click();
  const history = page.getByRole('list', { name: 'История' });
  await expect(history.getByText('Компания: Вита Плюс').first()).toBeVisible();
  await expect(history.getByText(/^значение: 10 9$/)).toBeVisible();
  await expect(history.getByText(/^регион: RU KZ$/)).toBeVisible();
  await expect(history.getByText(/Анна Соколова/).first()).toBeVisible();
  await checkAccess(page);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('search')).toBeVisible();
});

test('on a phone and in the dark the settings fit the screen; Esc goes back step by step', async ({
  agent,
}) => {
  const page = await agent('anna');
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  await page.setViewportSize({ width: 360, height: 720 });
  await page.evaluate(() => {
    history.pushState(null, '', '/desk/settings/companies');
    dispatchEvent(new PopStateEvent('popstate'));
  });
  await page.getByRole('link', { name: /^Роскар/ }).click();
  await expect(page.getByLabel('Название')).toHaveValue('Роскар');
  await checkAccess(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await page.getByLabel('Название').press('Escape');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('searchbox', { name: 'Поиск: название или код' })).toBeVisible();
  await checkAccess(page);
  await page.getByRole('button', { name: 'К обращениям' }).click();
  await expect(page.getByRole('search')).toBeVisible();
});

test('an agent who is no admin finds no settings, and is told so at their address', async ({ agent }) => {
  const page = await agent('mikhail');
  await page.getByRole('button', { name: /^Меню:/ }).click();
  await expect(page.getByRole('link', { name: 'Настройки' })).toHaveCount(0);
  await page.goto('/desk/settings/companies');
  await expect(page.getByText('Настройки — для администраторов')).toBeVisible();
  expect((await page.request.get('/api/v1/companies', { headers: { 'x-beseda-desk': '1' } })).status()).toBe(
    403,
  );
});

test('unsaved changes are not left without asking: by link, by key, by the browser’s own buttons', async ({
  agent,
}) => {
  const page = await agent('anna');
  await page.goto('/desk/settings/companies');
  await page.getByRole('link', { name: /^Роскар/ }).click();
  const region = page.getByLabel('Регион');
  const question = page.getByRole('dialog', { name: 'Уйти без сохранения?' });
  const stay = question.getByRole('button', { name: 'Остаться' });
  const before = await region.inputValue();
  await region.fill('BY');
  const here = page.url();
  await page.getByRole('link', { name: 'История', exact: true }).click();
  await checkAccess(page);
  await stay.click();
  await region.press('Escape');
  await page.keyboard.press('Escape');
  await stay.click();
  await page.goBack();
  await stay.click();
  await expect(region).toHaveValue('BY');
  expect(page.url()).toBe(here);
  await page.goBack();
  await question.getByRole('button', { name: 'Уйти без сохранения' }).click();
  await expect(page.getByRole('searchbox', { name: 'Поиск: название или код' })).toBeVisible();
  await page.getByRole('link', { name: /^Роскар/ }).click();
  await expect(region).toHaveValue(before);
  await region.fill('BY');
  await page.getByRole('button', { name: 'Сохранить' }).click();
  await expect(page.getByText('Сохранено.')).toBeVisible();
  await page.getByRole('link', { name: 'История', exact: true }).click();
  await expect(page.getByLabel('Что показать')).toBeVisible();
});
