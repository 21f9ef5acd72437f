import { expect, test } from './desk-test';

test('a ticket is found, taken, typed, answered and solved by keyboard alone', async ({
  agent,
  requester,
}) => {
  const subject = `Только клавиатура ${Date.now()}`;
  const asker = await requester('enterprise');
  const { number } = await asker.ask('Как сменить тариф?', subject);
  const page = await agent();
  const { keyboard } = page;
  await keyboard.press('/');
  await keyboard.type(subject);
  await expect(page.getByRole('region', { name: 'Обращения' }).getByRole('link')).toHaveCount(1);
  await keyboard.press('Escape');
  await expect(page.getByRole('link', { name: new RegExp(subject) })).toBeFocused();
  await keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: subject })).toBeVisible();

  await keyboard.press('a');
  await keyboard.press('Enter');
  await expect(page.getByLabel('Исполнитель')).toHaveValue(/.+/);
  await keyboard.press('t');
  await keyboard.type('проб');
  await keyboard.press('Enter');
  await expect(page.getByLabel('Тип')).toHaveValue('problem');
  await keyboard.press('p');
  await keyboard.type('выс');
  await keyboard.press('Enter');
  await expect(page.getByLabel('Приоритет')).toHaveValue('high');
  await keyboard.press('z');
  await expect(page.getByLabel('Приоритет')).toHaveValue('normal');

  await keyboard.press('r');
  await keyboard.type('В разделе «Тариф».');
  await keyboard.press('Control+Alt+Enter');
  await expect(page.getByLabel('Статус')).toHaveValue('solved');
  await keyboard.press('Escape');
  await keyboard.press('Escape');
  await expect(page.getByText('Выберите обращение')).toBeVisible();
  await expect.poll(() => asker.read(number)).toContain('В разделе «Тариф».');
});

test('shortcuts go by the place of the key, so that the Russian layout works', async ({ agent }) => {
  const page = await agent();
  const press = (code: string, key: string, more: object = {}) =>
    page.evaluate(
      (init) =>
        document.body.dispatchEvent(
          new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init }),
        ),
      { code, key, ...more },
    );
  await press('KeyG', 'п');
  await press('KeyS', 'ы');
  await expect(page).toHaveURL(/\/desk\/solved/);
  await press('Digit7', '?', { shiftKey: true });
  await expect(page.getByRole('dialog', { name: 'Сочетания клавиш' })).toBeVisible();
  await page.keyboard.press('Escape');
  await press('KeyK', 'л', { ctrlKey: true });
  const palette = page.getByRole('combobox', { name: 'Команды' });
  await palette.fill('перейти мои');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/desk\/mine/);
});

test('everything is reached by Tab, and the panes are resized by arrows', async ({ agent, requester }) => {
  const { number } = await (await requester('start')).ask('Вопрос для обхода');
  const page = await agent();
  await page.goto(`/desk/all/${number}`);
  await expect(page.getByRole('textbox', { name: /^Ответить/ })).toBeVisible();
  const wanted = ['SELECT', 'TEXTAREA', 'INPUT'];
  const met = new Set<string>();
  for (let step = 0; step < 60; step++) {
    await page.keyboard.press('Tab');
    met.add(
      await page.evaluate(() => {
        const { activeElement: at } = document;
        return at?.getAttribute('role') ?? (at?.classList.contains('row') ? 'row' : (at?.tagName ?? ''));
      }),
    );
  }
  expect([...met]).toEqual(expect.arrayContaining([...wanted, 'row', 'separator', 'region']));

  const edge = page.getByRole('separator', { name: 'Ширина списка' });
  await edge.focus();
  const before = Number(await edge.getAttribute('aria-valuenow'));
  await page.keyboard.press('ArrowRight');
  await expect(edge).toHaveAttribute('aria-valuenow', String(before + 16));
  await page.reload();
  await expect(edge).toHaveAttribute('aria-valuenow', String(before + 16));
});
