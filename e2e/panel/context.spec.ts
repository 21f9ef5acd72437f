import type { Page } from '@playwright/test';
import { expect, type Tab, test } from './panel-test';

const QUESTION = 'Не открывается карточка';

/** A script error, a promise that nobody minds, and three requests: one works, two do not. */
const breakThings = (page: Page) =>
  page.evaluate(async () => {
    setTimeout(() => {
      throw new TypeError('период не выбран, token=qwerty123');
    });
    void Promise.reject(new RangeError('olga@vita.example не найдена'));
    for (const path of ['/healthz', '/absent?email=olga@vita.example', '/absent/too?x=1'])
      await (await fetch(path)).text();
  });

const part = ({ panel }: Tab, name: string) => panel.getByRole('checkbox', { name: new RegExp(`^${name}`) });

/** The script that watches may still be on its way; what repeats itself is listed once. */
const breakUntilNoticed = (tab: Tab) =>
  expect(async () => {
    await breakThings(tab.page);
    await expect(part(tab, 'Ошибки на странице')).toBeChecked({ timeout: 1000 });
  }).toPass();

test('what goes along is shown before it is sent, and what was taken out stays', async ({
  person,
  agent,
}) => {
  const tab = await (await person({ init: { diagnostics: true } })).tab();
  const { page, panel, field, ask } = tab;
  await page.evaluate(() =>
    window.Beseda('context', { entity: { type: 'member', id: 1042 }, appVersion: '26.11.2' }),
  );
  await field.fill(QUESTION);
  await expect(part(tab, 'Страница')).toBeChecked();
  await expect(part(tab, 'Объект member, 1042')).toBeChecked();
  await expect(part(tab, 'Версия приложения 26.11.2')).toBeChecked();
  await breakUntilNoticed(tab);
  await expect(part(tab, 'Неудачные запросы')).toBeChecked();
  await part(tab, 'Объект').uncheck();
  await part(tab, 'Браузер').uncheck();
  await expect(panel.getByText('уйдёт: страница, версия приложения, ошибки')).toBeVisible();
  const { page: told } = (await agent.ticket(await ask(QUESTION))) as { page: Record<string, unknown> };
  const texts = (list: unknown) => (list as { text: string }[]).map(({ text }) => text);
  expect(told).toMatchObject({ title: 'Участники', context: { appVersion: '26.11.2' } });
  expect(told).not.toHaveProperty('browser');
  expect(texts(told['errors']).sort()).toEqual([
    'RangeError: [email] не найдена',
    'Uncaught TypeError: период не выбран, token=[…]',
  ]);
  expect(texts(told['requests'])).toEqual([
    expect.stringMatching(/^404 http.*\/absent\?email=…$/),
    expect.stringMatching(/^404 http.*\/absent\/too\?x=…$/),
  ]);
});

test('a failure that happens while the question is written joins the list', async ({ person }) => {
  const tab = await (await person({ init: { diagnostics: true } })).tab();
  await tab.field.fill(QUESTION);
  await expect(part(tab, 'Страница')).toBeVisible();
  await expect(part(tab, 'Ошибки на странице')).toHaveCount(0);
  await breakUntilNoticed(tab);
});

test('an unticked page is not told, and the ticket opens all the same', async ({ person, agent }) => {
  const tab = await (await person()).tab();
  await tab.field.fill(QUESTION);
  await tab.panel.getByText('Вместе с обращением уйдёт').click();
  await part(tab, 'Страница').uncheck();
  const { page } = (await agent.ticket(await tab.ask(QUESTION))) as { page: Record<string, string> };
  expect(page).toMatchObject({ url: '', title: '' });
  expect(page['browser']).toContain('Chrome');
});

test('without the opt-in nothing is watched, and the script that does is not loaded', async ({ person }) => {
  const me = await person();
  const asked: string[] = [];
  me.context.on('request', (request) => asked.push(request.url()));
  const tab = await me.tab();
  await breakThings(tab.page);
  await tab.field.fill(QUESTION);
  await tab.panel.getByText('Вместе с обращением уйдёт').click();
  await expect(part(tab, 'Страница')).toBeVisible();
  await expect(part(tab, 'Ошибки на странице')).toHaveCount(0);
  expect(asked.filter((url) => url.includes('watch-failures'))).toEqual([]);
});
