import { expect, test } from './panel-test';

const QUESTION = 'не пришла выплата на карту';

test('articles appear while the question is typed, with what matched marked', async ({ person }) => {
  const { field, panel } = await (await person()).tab();
  await expect(field).toBeFocused();
  await field.pressSequentially(QUESTION);
  await expect(panel.getByRole('heading', { name: 'Возможно, это поможет' })).toBeVisible();
  await expect(panel.locator('.hit mark').first()).toBeVisible();
  await field.fill('спасибо, до свидания');
  await expect(panel.locator('.hit')).toHaveCount(0);
});

test('a late answer never stands over a newer one, nor in the way of sending', async ({ person }) => {
  const me = await person();
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await me.context.route(
    '**/articles/suggest?q=%D0%B2%D1%8B%D0%BF%D0%BB%D0%B0%D1%82%D0%B0&**',
    async (route) => {
      await held;
      await route.continue().catch(() => {});
    },
  );
  const { field, panel, ask } = await me.tab();
  const asked = me.context.waitForEvent('request', (request) =>
    request.url().includes('suggest?q=%D0%B2%D1%8B%D0%BF'),
  );
  await field.fill('выплата');
  await asked;
  await field.fill('как создать обращение');
  await expect(panel.getByRole('button', { name: 'Как создать обращение' })).toBeVisible();
  release();
  expect(await ask('выплата')).toBeGreaterThan(0);
});

test('an article opens in the panel, and the draft waits unsent', async ({ person }) => {
  const { field, panel } = await (await person()).tab();
  await field.fill(QUESTION);
  await panel.locator('.hit').first().click();
  await expect(panel.getByText('Была ли эта статья Вам полезна?')).toBeVisible();
  await expect(panel.locator('article h2').first()).toBeFocused();
  await panel.getByRole('button', { name: 'Нет', exact: true }).click();
  await expect(panel.getByText('Напишите нам, и мы поможем')).toBeVisible();
  await panel.getByRole('button', { name: 'Вернуться к черновику' }).click();
  await expect(field).toHaveValue(QUESTION);
  await expect(field).toBeFocused();
});

test('«it helped» puts the draft away, with a way back, and is counted', async ({ person }) => {
  const me = await person();
  const { field, panel, page } = await me.tab();
  const read = async () => {
    await field.fill(QUESTION);
    await panel.locator('.hit').first().click();
    await panel.getByRole('button', { name: 'Да', exact: true }).click();
    await panel.getByRole('button', { name: 'Помогло, вопрос закрыт' }).click();
  };
  await read();
  await expect(field).toHaveValue('');
  await panel.getByRole('button', { name: 'Вернуть' }).click();
  await expect(field).toHaveValue(QUESTION);
  const counted = page.waitForResponse((response) => response.url().endsWith('/api/v1/deflections'));
  await read();
  expect((await counted).status()).toBe(204);
  await expect(field).toHaveValue('');
});

test('sending makes a ticket with a number at once', async ({ person, agent }) => {
  const { ask, messages, panel, field } = await (await person()).tab();
  const number = await ask(QUESTION);
  await expect(messages).toHaveText([/не пришла выплата на карту/]);
  await expect(panel.getByText('В работе')).toBeVisible();
  await expect.poll(() => agent.read(number)).toEqual([QUESTION]);
  await expect(field).toBeFocused();
  await expect(field).toHaveValue('');
});

test('the agent is told the page, what was suggested, opened and refused', async ({ person, server }) => {
  const me = await person();
  const { field, panel, page } = await me.tab();
  await field.fill(QUESTION);
  await panel.locator('.hit').first().click();
  await panel.getByRole('button', { name: 'Нет', exact: true }).click();
  await panel.getByRole('button', { name: 'Вернуться к черновику' }).click();
  const sent = new Promise<string>((resolve) => {
    page.on('websocket', (socket) =>
      socket.on('framesent', ({ payload }) => {
        if (String(payload).includes('message:send')) resolve(String(payload));
      }),
    );
  });
  await panel.getByRole('button', { name: 'Отправить', exact: true }).click();
  const frame = await sent;
  const [, input] = JSON.parse(frame.slice(frame.indexOf('['))) as [string, { start: Record<string, never> }];
  expect(input.start).toMatchObject({
    page: { url: `${server.url}/admin.html`, title: 'Участники' },
    locale: 'ru',
  });
  const { shown, opened, refused } = input.start.evidence as unknown as Record<string, number[]>;
  expect(shown?.length).toBeGreaterThan(0);
  expect(opened).toEqual([shown?.[0]]);
  expect(refused).toEqual(opened);
});

test('a distributor gets an explanation and public articles, and no way to send', async ({ person }) => {
  const me = await person({ role: 'distributor' });
  const { field, panel } = await me.tab();
  await expect(panel.getByText('Поддержка отвечает сотрудникам компании «Ромашка»')).toBeVisible();
  await expect(panel.getByRole('button', { name: 'Отправить', exact: true })).toHaveCount(0);
  await field.fill('часы работы поддержки');
  await panel.locator('.hit').first().click();
  await expect(panel.getByText('Была ли эта статья Вам полезна?')).toBeVisible();
});

test('nobody in particular can search and read', async ({ person }) => {
  const me = await person({ init: { getToken: null } });
  const { field, panel } = await me.tab();
  await expect(panel.getByText('Чтобы написать в поддержку, войдите в систему')).toBeVisible();
  await field.fill('часы работы поддержки');
  await expect(panel.locator('.hit').first()).toBeVisible();
  await expect(panel.getByRole('button', { name: 'Мои обращения' })).toHaveCount(0);
});

test('a browser that gives the iframe no storage can ask too, and is told what that means', async ({
  person,
  agent,
}) => {
  const { ask, panel } = await (await person({ elsewhere: true })).tab();
  const number = await ask(QUESTION);
  await expect.poll(() => agent.read(number)).toEqual([QUESTION]);
  await expect(panel.getByText('не закрывайте вкладку')).toBeVisible();
});
