import { expect, test } from './panel-test';

const problem = { name: 'Проблема', exact: true };

test('a problem is asked in three fields, and the agent gets each by its name', async ({ person, agent }) => {
  const { panel, field, messages } = await (await person()).tab();
  await panel.getByRole('button', problem).click();
  await expect(panel.getByRole('button', problem)).toHaveAttribute('aria-pressed', 'true');
  await panel.getByRole('textbox', { name: 'Что я делаю' }).fill('Формирую реестр выплат');
  await panel.getByRole('textbox', { name: 'Чего ожидаю' }).fill('Файл скачается');
  await panel.getByRole('textbox', { name: 'Что получаю' }).fill('Ошибка 500');
  await panel.getByRole('button', { name: 'Отправить', exact: true }).click();
  const text =
    'Что я делаю: Формирую реестр выплат\n\nЧего ожидаю: Файл скачается\n\nЧто получаю: Ошибка 500';
  await expect(messages).toContainText([text]);
  const title = await panel.getByRole('heading', { level: 1, name: /№ \d+/ }).textContent();
  const number = Number(/\d+/.exec(title ?? '')?.[0]);
  await expect.poll(() => agent.read(number)).toEqual([text]);
  expect(await agent.ticket(number)).toMatchObject({
    type: 'problem',
    subject: 'Формирую реестр выплат',
    report: {
      type: 'problem',
      doing: 'Формирую реестр выплат',
      expected: 'Файл скачается',
      got: 'Ошибка 500',
    },
  });
  await expect(field).toHaveValue('');
});

test('a task says what, where, by when and with what, also on behalf of a distributor', async ({
  person,
  agent,
}) => {
  const { panel, ask } = await (await person()).tab();
  await panel.getByRole('button', { name: 'Задача', exact: true }).click();
  await panel.getByRole('textbox', { name: 'Где' }).fill('На главной странице');
  await panel.getByRole('textbox', { name: 'К какому сроку' }).fill('к 1 декабря');
  await panel.getByRole('textbox', { name: 'С какими материалами' }).fill('Макеты во вложении');
  await panel.getByRole('checkbox', { name: 'Вопрос касается дистрибьютора' }).check();
  await panel.getByRole('textbox', { name: 'Кто' }).fill('Анна Иванова');
  await panel.getByRole('textbox', { name: 'Учётная запись' }).fill('1042');
  const number = await ask('Разместить баннер');
  expect(await agent.ticket(number)).toMatchObject({
    report: {
      type: 'task',
      what: 'Разместить баннер',
      where: 'На главной странице',
      by: 'к 1 декабря',
      materials: 'Макеты во вложении',
      distributor: { who: 'Анна Иванова', account: '1042' },
    },
  });
});

test('a question stays one field, and without a type the agent chooses it', async ({ person, agent }) => {
  const me = await person();
  const first = await me.tab();
  await first.panel.getByRole('button', { name: 'Вопрос', exact: true }).click();
  await expect(first.panel.getByRole('checkbox', { name: 'Вопрос касается дистрибьютора' })).toBeVisible();
  await expect(first.field).toHaveCount(1);
  expect(await agent.ticket(await first.ask('Где посмотреть баланс?'))).toMatchObject({
    type: 'question',
    report: null,
  });
  await first.page.close();
  const second = await me.tab();
  const button = second.panel.getByRole('button', problem);
  await button.click();
  await expect(button).toHaveAttribute('aria-pressed', 'true');
  await button.click();
  await expect(button).toHaveAttribute('aria-pressed', 'false');
  expect(await agent.ticket(await second.ask('Просто так'))).toMatchObject({ type: null, report: null });
});

test('nothing typed is lost when the type changes, nor by a reload', async ({ person }) => {
  const tab = await (await person()).tab();
  const { panel, page } = tab;
  const expected = panel.getByRole('textbox', { name: 'Чего ожидаю' });
  await tab.field.fill('Формирую реестр');
  await panel.getByRole('button', problem).click();
  await expected.fill('Файл скачается');
  await panel.getByRole('button', { name: 'Вопрос', exact: true }).click();
  await expect(tab.field).toHaveValue('Формирую реестр');
  await expect(panel.getByText('Что написано для типа «Проблема», сохранено')).toBeVisible();
  await panel.getByRole('button', problem).click();
  await expect(expected).toHaveValue('Файл скачается');
  await expect
    .poll(() =>
      page
        .frames()
        .find((frame) => frame.url().includes('/panel'))
        ?.evaluate(readFields),
    )
    .toEqual(['Файл скачается']);
  await page.reload();
  await page.evaluate(() => window.Beseda('init', { getToken: window.tokenOf('me') }));
  await tab.launcher.click();
  await expect(panel.getByRole('textbox', { name: 'Что я делаю' })).toHaveValue('Формирую реестр');
  await expect(expected).toHaveValue('Файл скачается');
});

test('every field grows with what is written in it', async ({ person }) => {
  const { panel } = await (await person()).tab();
  await panel.getByRole('button', problem).click();
  for (const name of ['Что я делаю', 'Что получаю']) {
    const field = panel.getByRole('textbox', { name });
    await field.fill('1\n2\n3\n4');
    await expect.poll(() => field.evaluate((area) => area.scrollHeight - area.clientHeight)).toBe(0);
  }
});

test('the button to send stays where it is while what goes along arrives', async ({ person }) => {
  const { panel, field, page } = await (await person()).tab();
  const { promise: held, resolve: letGo } = hold();
  await page.route('**/assets/report-*.js', async (route) => {
    await held;
    await route.continue();
  });
  const send = panel.getByRole('button', { name: 'Отправить' });
  await field.fill('Как выгрузить участников?');
  const before = await send.boundingBox();
  letGo();
  await expect(panel.getByText(/Вместе с обращением/)).toBeVisible();
  const after = await send.boundingBox();
  // Less than a pixel is how lines are rounded.
  expect(Math.abs((after?.y ?? NaN) - (before?.y ?? NaN))).toBeLessThan(1);
  expect(Math.abs((after?.x ?? NaN) - (before?.x ?? NaN))).toBeLessThan(1);
});

test('suggestions come from all fields', async ({ person }) => {
  const { panel } = await (await person()).tab();
  await panel.getByRole('button', problem).click();
  await panel.getByRole('textbox', { name: 'Что получаю' }).fill('не пришла выплата на карту');
  await expect(panel.getByRole('heading', { name: 'Возможно, это поможет' })).toBeVisible();
  await expect(panel.locator('.hit mark').first()).toBeVisible();
});

test('Enter makes a line where several fields are asked, Ctrl and Enter sends from any of them', async ({
  person,
  agent,
}) => {
  const { panel } = await (await person()).tab();
  await panel.getByRole('button', problem).click();
  const doing = panel.getByRole('textbox', { name: 'Что я делаю' });
  await doing.fill('Формирую');
  await doing.press('Enter');
  await expect(doing).toHaveValue('Формирую\n');
  const got = panel.getByRole('textbox', { name: 'Что получаю' });
  await got.fill('Ошибка');
  await got.press('Control+Enter');
  const title = await panel.getByRole('heading', { level: 1, name: /№ \d+/ }).textContent();
  const number = Number(/\d+/.exec(title ?? '')?.[0]);
  await expect.poll(() => agent.read(number)).toEqual(['Что я делаю: Формирую\n\nЧто получаю: Ошибка']);
});

test('the host fills an untouched report, and leaves alone what the person has picked', async ({
  person,
}) => {
  const { panel, page } = await (await person()).tab();
  const prefill = (value: object) => page.evaluate((given) => void window.Beseda('prefill', given), value);
  await prefill({ type: 'problem', text: 'Сохраняю заказ', fields: { got: 'Ошибка E-17' } });
  await expect(panel.getByRole('textbox', { name: 'Что я делаю' })).toHaveValue('Сохраняю заказ');
  await expect(panel.getByRole('textbox', { name: 'Что получаю' })).toHaveValue('Ошибка E-17');
  await prefill({ type: 'task', text: 'Другое' });
  await expect(panel.getByRole('button', problem)).toHaveAttribute('aria-pressed', 'true');
  await expect(panel.getByRole('textbox', { name: 'Что я делаю' })).toHaveValue('Сохраняю заказ');
});

/** In the iframe: what stands in the fields of stored drafts. */
function readFields(): Promise<unknown[]> {
  return new Promise((resolve) => {
    const request = indexedDB.open('beseda');
    request.addEventListener('upgradeneeded', () => request.transaction?.abort());
    request.addEventListener('error', () => resolve([]));
    request.addEventListener('success', () => {
      const rows = request.result.transaction('drafts').objectStore('drafts').getAll();
      rows.addEventListener('success', () => {
        request.result.close();
        const drafts = rows.result as { report?: { fields?: object } }[];
        resolve(drafts.flatMap(({ report }) => Object.values(report?.fields ?? {})));
      });
    });
  });
}

function hold(): { promise: Promise<void>; resolve: () => void } {
  let resolve = () => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
