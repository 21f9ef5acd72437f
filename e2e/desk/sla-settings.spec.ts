import type { Page } from '@playwright/test';
import { checkAccess } from '../support/check-access';
import { expect, test } from './desk-test';

const WEEKDAYS = ['Воскресенье', 'Понедельник', 'Вторник', 'Среда', 'Четверг', 'Пятница', 'Суббота'];
const DESK = { 'x-beseda-desk': '1' };
const ALWAYS = Object.fromEntries(
  ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => [day, [['00:00', '24:00']]]),
);

/** A request of the page's own agent. */
async function send<T>(page: Page, method: string, path: string, data?: object): Promise<T> {
  const answer = await page.request.fetch(`/api/v1${path}`, {
    method,
    headers: DESK,
    ...(data ? { data } : {}),
  });
  expect(answer.ok(), await answer.text()).toBe(true);
  return (answer.status() === 204 ? null : await answer.json()) as T;
}

const clockOf = (instant: string, timeZone: string) =>
  new Intl.DateTimeFormat('ru', { timeZone, hour: '2-digit', minute: '2-digit' }).format(Date.parse(instant));

async function remove(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Удалить…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Удалить', exact: true }).click();
}

test('an admin sees what a day’s hours do to a real ticket before saving; then so do the agent and the requester', async ({
  agent,
  requester,
  browser,
  server,
}) => {
  const name = `Сменный ${Date.now()}`;
  const page = await agent('anna');
  await page.goto('/desk/settings/calendars');
  await page.getByRole('button', { name: 'Новый календарь' }).click();
  await page.getByLabel('Название').fill(name);
  await page.getByLabel('Часовой пояс').fill('Etc/UTC');
  await page.getByRole('button', { name: 'Сделать круглосуточным' }).click();
  await page.getByRole('button', { name: 'Создать календарь' }).click();
  await expect(page.getByRole('heading', { name })).toBeVisible();
  const calendar = new URL(page.url()).pathname;

  await page.getByRole('link', { name: 'Компании' }).click();
  await page.getByRole('link', { name: /^Роскар/ }).click();
  await page.getByLabel('Свой календарь').selectOption(name);
  await page.getByRole('button', { name: 'Сохранить' }).click();
  await expect(page.getByText('Сохранено.')).toBeVisible();
  await expect(page.getByRole('combobox', { name: /^Тариф/ })).toHaveValue('start');
  await page.getByRole('link', { name: 'Календари' }).click();
  await page.getByRole('link', { name }).click();

  const attempt = page.getByRole('group', { name: 'Проверить' });
  await attempt.getByLabel(/^Вопрос задан/).fill('2026-12-31T23:30');
  await attempt.getByLabel('Рабочего времени на ответ').fill('1:30');
  await expect(attempt.getByText(/^Ответ до: .*1 января 2027.* в 01:00 \(Etc\/UTC\)$/)).toBeVisible();
  await page.getByLabel('Производственный календарь').selectOption({ label: 'Россия (ru)' });
  await expect(attempt.getByText(/^Ответ до: .* 9 января 2027.* в 01:30/)).toBeVisible();
  await page.getByLabel('Производственный календарь').selectOption('');

  const subject = `Срок по календарю ${Date.now()}`;
  const asker = await requester('start');
  const { number } = await asker.ask('Когда ответите?', subject);
  const dueOf = async () => {
    const { promise } = await asker.call<{ promise: { dueAt: string } | null }>('GET', `/tickets/${number}`);
    return promise?.dueAt ?? null;
  };
  // A calendar is known everywhere within two seconds.
  await expect.poll(dueOf).not.toBeNull();
  const today = WEEKDAYS[new Date().getUTCDay()] ?? '';
  await page.getByRole('button', { name: `Убрать: ${today}, 00:00–24:00` }).click();
  await expect(page.getByRole('button', { name: `Добавить часы: ${today}` })).toBeFocused();
  const row = page.getByRole('row', { name: new RegExp(`#${number} `) });
  await expect(row).toContainText('Роскар · первая реакция');
  await expect(row).toContainText('позже');
  await expect(page.getByText(/открыт.+ обращени.*: \d+ сдвин/)).toBeVisible();
  const due = (await row.locator('time').last().getAttribute('datetime')) ?? '';
  expect(await dueOf()).not.toBe(due);
  await checkAccess(page);

  await page.getByRole('link', { name: 'Тарифы' }).click();
  const question = page.getByRole('dialog', { name: 'Уйти без сохранения?' });
  await question.getByRole('button', { name: 'Остаться' }).click();
  await page.getByRole('button', { name: 'Сохранить' }).click();
  await expect(page.getByText('Сохранено.')).toBeVisible();
  await expect(page.getByText(`${today.toLowerCase()}: 00:00–24:00 —`)).toBeVisible();
  await expect.poll(dueOf).toBe(due);

  await page.goto(`/desk/tickets/${number}`);
  await expect(page.getByText(/→ .*\(изменён календарь\)/)).toBeVisible();
  const utc = await page.evaluate(() => Intl.DateTimeFormat().resolvedOptions().timeZone);
  await expect(page.getByRole('region', { name: 'Сроки' })).toContainText(clockOf(due, utc));
  const moscow = await browser.newPage({ locale: 'ru-RU', timezoneId: 'Europe/Moscow' });
  await moscow.goto(`${server.url}/demo/dashboard?as=start`);
  await moscow.getByRole('button', { name: 'Начать беседу' }).first().press('Enter');
  const panel = moscow.frameLocator('beseda-widget iframe');
  await panel.getByRole('button', { name: /Мои обращения/ }).click();
  await expect(panel.locator('.row', { hasText: subject })).toContainText(clockOf(due, 'Europe/Moscow'));
  await moscow.close();

  await page.goto(calendar);
  await remove(page);
  await expect(page.getByText('Удалить нельзя, этим пользуются: компании — Роскар.')).toBeVisible();
  const companies = await send<{ results: { id: string }[] }>(page, 'GET', '/companies?q=roskar');
  await send(page, 'PATCH', `/companies/${companies.results[0]?.id}`, { calendarId: null });
  await page.getByLabel('Название').fill('Не сохранено');
  await remove(page);
  await expect(page.getByRole('heading', { name: 'Календари', exact: true })).toBeVisible();
  await expect(page.getByRole('link', { name })).toHaveCount(0);
  await expect.poll(dueOf).not.toBe(due);
});

test('by keyboard alone: hours are typed and stepped, a day is added, what is saved is put back', async ({
  agent,
}) => {
  const name = `Клавиатура ${Date.now()}`;
  const page = await agent('anna');
  const { keyboard } = page;
  const { id } = await send<{ id: string }>(page, 'POST', '/calendars', {
    name,
    calendar: { tz: 'Europe/Moscow', hours: { mon: [['08:00', '20:00']] } },
  });
  await page.goto(`/desk/settings/calendars/${id}`);
  await page.getByLabel('Понедельник, с').focus();
  await keyboard.press('ArrowUp');
  await keyboard.press('Tab');
  await page.getByLabel('Понедельник, до').press('Control+a');
  await keyboard.type('1230');
  await keyboard.press('Tab');
  await expect(page.getByLabel('Понедельник, до')).toHaveValue('12:30');
  await keyboard.press('Tab');
  await keyboard.press('Enter');
  const second = page.getByLabel('Понедельник, с').nth(1);
  await expect(second).toBeFocused();
  await keyboard.type('утром');
  await expect(page.getByText('Сначала исправьте то, что введено.')).toBeVisible();
  await second.press('Control+a');
  await keyboard.type('12');
  await expect(page.getByText(/^Промежутки не пересекаются/).first()).toBeVisible();
  await second.press('Control+a');
  await keyboard.type('14');
  await expect(page.getByText(/открыт.+ обращени[^:]*: /)).toBeVisible();
  await page.getByRole('button', { name: 'Добавить день' }).press('Enter');
  await expect(page.getByLabel('Дата: новый день')).toBeFocused();
  await page.getByLabel('Дата: новый день').fill('2026-12-28');
  await page.getByLabel('Что за день: 2026-12-28').selectOption('short');
  await expect(page.getByLabel('2026-12-28, с').first()).toHaveValue('08:30');
  await checkAccess(page);
  await page.getByLabel('Название').press('Enter');
  await expect(page.getByText('Сохранено.')).toBeVisible();
  const read = async () =>
    (await send<{ calendar: object }>(page, 'GET', `/calendars/${id}`)).calendar as {
      hours: object;
      exceptions: object;
    };
  expect((await read()).hours).toEqual({
    mon: [
      ['08:30', '12:30'],
      ['14:00', '17:30'],
    ],
  });
  await page.getByRole('button', { name: 'Вернуть как было' }).press('Enter');
  await expect(page.getByText('Вернули как было.')).toBeVisible();
  expect(await read()).toMatchObject({ hours: { mon: [['08:00', '20:00']] }, exceptions: {} });
  await expect(page.getByLabel('Понедельник, с')).toHaveCount(1);
  await page.getByLabel('Название').press('Escape');
  await keyboard.press('Escape');
  await expect(page.getByRole('link', { name })).toBeVisible();
  await send(page, 'DELETE', `/calendars/${id}`);
});

test('plans and policies: lengths in words, a wrong one said at once, what is in use is named', async ({
  agent,
}) => {
  const key = `k${Date.now()}`;
  const page = await agent('anna');
  await page.goto('/desk/settings/policies/new');
  await page.getByLabel('Название').fill(`Правило ${key}`);
  const all = page.getByRole('group', { name: 'Сроки в рабочем времени' });
  await all.getByLabel('Первая реакция').fill('завтра');
  await expect(all.getByText(/^Срок: от минуты/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Создать правило' })).toBeDisabled();
  await all.getByLabel('Первая реакция').fill('1,5');
  await page.getByText('Другие сроки по приоритетам').click();
  const urgent = page.getByRole('group', { name: 'Срочный' });
  await expect(urgent.getByLabel('Первая реакция')).toHaveAttribute('placeholder', '1,5');
  await urgent.getByLabel('Первая реакция').fill('15 мин');
  await checkAccess(page);
  await page.getByRole('button', { name: 'Создать правило' }).click();
  await expect(page.getByRole('heading', { name: `Правило ${key}` })).toBeVisible();
  await expect(all.getByLabel('Первая реакция')).toHaveValue('1 ч 30 мин');
  const policy = new URL(page.url()).pathname;

  await page.goto('/desk/settings/plans/new');
  await page.getByLabel('Ключ').fill('Не по-латински');
  await page.getByLabel('Название по-русски').fill(`Тариф ${key}`);
  await page.getByLabel('Название по-английски').fill(`Plan ${key}`);
  await page.getByLabel('Правило сроков').selectOption(`Правило ${key}`);
  await page.getByRole('button', { name: 'Создать тариф' }).click();
  await expect(page.getByText(/^Ключ: латинские буквы/)).toBeVisible();
  await page.getByLabel('Ключ').fill(key);
  await checkAccess(page);
  await page.getByRole('button', { name: 'Создать тариф' }).click();
  await expect(page.getByRole('heading', { name: `Тариф ${key}` })).toBeVisible();

  await page.goto(policy);
  await remove(page);
  await expect(page.getByText(`Удалить нельзя, этим пользуются: тарифы — ${key}.`)).toBeVisible();
  await page.goto(`/desk/settings/plans/${key}`);
  await remove(page);
  await expect(page.getByRole('heading', { name: 'Тарифы', exact: true })).toBeVisible();
  await page.goto(policy);
  await remove(page);
  await expect(page.getByRole('heading', { name: 'Сроки', exact: true })).toBeVisible();
});

test('a production calendar is looked at, taken from a file, and removed; a bad file names its line', async ({
  agent,
}) => {
  const page = await agent('anna');
  await page.goto('/desk/settings/calendars');
  await page.getByText(/^2026: \d+ особ/).click();
  await expect(page.getByText(/9 января — выходной/)).toBeVisible();
  const form = page.getByRole('form', { name: 'Загрузить год из файла' });
  const take = async (text: string) => {
    await form
      .getByRole('button', { name: 'Файл' })
      .setInputFiles({ name: 'days.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
    await form.getByRole('button', { name: 'Загрузить' }).click();
  };
  await form.getByLabel('Код страны').fill('kz');
  await take('date,kind\n2027-03-22,off\nкогда-нибудь,off');
  await expect(form.getByText('Файл не прочитан: ошибка в строке 3.')).toBeVisible();
  await take('date,kind,name\n2027-03-22,off,Наурыз');
  await expect(form.getByText('2027 год добавлен, 1 особый день.')).toBeVisible();
  await page.getByText('2027: 1 особый день').click();
  await expect(page.getByText(/22 марта — выходной · Наурыз/)).toBeVisible();
  await checkAccess(page);
  await page.getByRole('button', { name: 'Удалить 2027 год' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Удалить', exact: true }).click();
  await expect(page.getByText('2027: 1 особый день')).toHaveCount(0);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`on a phone in the ${colorScheme} theme, in English, the rules fit the screen`, async ({ agent }) => {
    const page = await agent('anna');
    const { id } = await send<{ id: string }>(page, 'POST', '/calendars', {
      name: `Круглосуточно ${Date.now()}`,
      calendar: { tz: 'Europe/Moscow', hours: ALWAYS, exceptions: { '2026-12-28': [['08:00', '12:00']] } },
      daySetKey: 'ru',
    });
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.getByRole('button', { name: /^Меню:/ }).click();
    await page.getByRole('radio', { name: 'English' }).check();
    await page.setViewportSize({ width: 360, height: 720 });
    for (const [place, seen] of [
      ['calendars', 'Production calendars'],
      [`calendars/${id}`, 'Hours by weekday'],
      ['policies', 'New policy'],
      ['policies/00000000-0000-7000-8000-000000000202', 'Targets in working time'],
      ['plans', 'New plan'],
      ['plans/business', 'Name in English'],
    ] as const) {
      await page.goto(`/desk/settings/${place}`);
      await expect(page.getByText(seen).first()).toBeVisible();
      await checkAccess(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), place).toBeLessThanOrEqual(360);
    }
    await page.goto(`/desk/settings/calendars/${id}`);
    await page.getByLabel('Monday, to').fill('1800');
    await expect(page.getByText(/open tickets?: no deadline changes/)).toBeVisible();
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText('Saved.', { exact: true })).toBeVisible();
    await checkAccess(page);
    await send(page, 'DELETE', `/calendars/${id}`);
  });
}
