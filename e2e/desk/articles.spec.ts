import { randomUUID } from 'node:crypto';
import { checkAccess } from '../support/check-access';
import { expect, test } from './desk-test';

const TITLE = 'Как обработать заявки на выплату';

test('a slash at the start of a line finds an article, and the requester gets its link', async ({
  agent,
  requester,
}) => {
  const asker = await requester('business');
  const { number } = await asker.ask('Заявки на выплату');
  const page = await agent();
  await page.goto(`/desk/tickets/${number}`);
  const composer = page.getByRole('form', { name: 'Ответ' });
  const field = composer.getByRole('textbox', { name: /^Ответить/ });
  await field.fill('Добрый день, 1/2 готово.\n');
  await field.press('/');
  const search = composer.getByRole('searchbox');
  await expect(search).toBeFocused();
  await search.fill('заявки на выплату');
  await expect(composer.getByRole('button', { name: TITLE }).first()).toBeVisible();
  await checkAccess(page);
  await search.press('ArrowDown');
  await expect(composer.getByRole('listitem').first().getByRole('button').first()).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await composer.getByRole('button', { name: TITLE }).first().press('Enter');
  await expect(field).toBeFocused();
  await page.keyboard.type('Удачи');
  await expect(field).toHaveValue(
    new RegExp(`^Добрый день, 1/2 готово\\.\n${TITLE}\nhttp://.*/help/ru/article/302-[^\n]+\nУдачи$`),
  );
  await field.press('Control+Enter');
  await expect.poll(async () => (await asker.read(number)).at(-1)).toContain('/help/ru/article/302-');
});

test('who meant the slash itself gets it back, and a slash within a line is a slash', async ({
  agent,
  requester,
}) => {
  const { number } = await (await requester('start')).ask('Адрес страницы');
  const page = await agent();
  await page.goto(`/desk/tickets/${number}`);
  const composer = page.getByRole('form', { name: 'Ответ' });
  const field = composer.getByRole('textbox', { name: /^Ответить/ });
  await field.press('/');
  await composer.getByRole('searchbox').press('Escape');
  await expect(field).toBeFocused();
  await page.keyboard.type('members/1');
  await expect(field).toHaveValue('/members/1');
  await expect(composer.getByRole('searchbox')).toHaveCount(0);
});

test('what the requester may not read is marked, and goes into an answer only after a warning', async ({
  agent,
  requester,
}) => {
  const { number } = await (await requester('start')).ask('Звонок от незнакомца');
  const page = await agent();
  await page.goto(`/desk/tickets/${number}`);
  const composer = page.getByRole('form', { name: 'Ответ' });
  const field = composer.getByRole('textbox', { name: /^Ответить/ });
  await composer.getByRole('button', { name: 'Вставить статью' }).click();
  await composer.getByRole('searchbox').fill('проверка звонящего по телефону');
  const found = composer.getByRole('listitem').filter({ hasText: 'недоступна клиенту' }).first();
  await found.getByRole('button').first().click();
  await expect(composer.getByRole('alert').filter({ hasText: 'не сможет открыть' })).toBeVisible();
  await expect(field).toHaveValue('');
  await composer.getByRole('button', { name: 'Всё равно вставить' }).click();
  await expect(field).toHaveValue(/\/help\/ru\/article\//);
});

test('the open ticket suggests articles, says what was refused, and one click inserts; the evidence is one line', async ({
  agent,
  requester,
}) => {
  const asker = await requester('business');
  const socket = await asker.socket();
  const sent: { ok: boolean; data: { number: number } } = await socket.emitWithAck('message:send', {
    conversationId: randomUUID(),
    clientId: randomUUID(),
    text: 'Как обработать заявки на выплату?',
    start: { evidence: { shown: [302, 305], opened: [302], refused: [302] } },
  });
  const page = await agent();
  await page.goto(`/desk/tickets/${sent.data.number}`);
  const evidence = page.getByRole('region', { name: 'Что уже предлагалось' });
  await expect(evidence.getByText('показано 2 · открыто 1 · не помогло 1')).toBeVisible();
  await expect(evidence.getByRole('link', { name: TITLE })).toBeHidden();
  await evidence.getByText('показано 2').click();
  await expect(evidence.getByRole('link', { name: TITLE })).toBeVisible();

  const offered = page.getByRole('region', { name: 'Статьи для ответа' });
  const first = offered.getByRole('listitem').filter({ hasText: TITLE }).first();
  await expect(first).toContainText('не помогла');
  await first.getByRole('button', { name: 'Вставить текст' }).click();
  const field = page.getByRole('form', { name: 'Ответ' }).getByRole('textbox', { name: /^Ответить/ });
  await expect(field).toHaveValue(/\n\nКак обработать заявки на выплату\nhttp/);
  await expect(offered.getByRole('status')).toHaveText(`Вставлено: ${TITLE}`);
});

test('what was searched and written before a ticket stands in its evidence, without personal data', async ({
  agent,
  requester,
}) => {
  const asker = await requester('network');
  await asker.call('GET', `/articles/search?q=${encodeURIComponent('заявка зависла')}`);
  const socket = await asker.socket();
  const sent: { ok: boolean; data: { number: number } } = await socket.emitWithAck('message:send', {
    conversationId: randomUUID(),
    clientId: randomUUID(),
    text: 'Заявка зависла у участника 4111 1111 1111 1111',
    start: { evidence: { shown: [302], opened: [], refused: [] } },
  });
  const page = await agent();
  const evidence = page.getByRole('region', { name: 'Что уже предлагалось' });
  await expect(async () => {
    await page.goto(`/desk/tickets/${sent.data.number}`);
    await expect(evidence.getByText('поисков 1 · показано 1')).toBeVisible({ timeout: 1_500 });
  }).toPass();
  const words = evidence.getByRole('list', { name: 'Запросы и черновик' });
  await expect(words).toBeHidden();
  await evidence.getByText('поисков 1').click();
  await expect(words.getByRole('listitem')).toHaveText([
    /^«?заявка зависла»?поиск/,
    /^«?Заявка зависла у участника \[…\]»?черновик/,
  ]);
  await checkAccess(page);
});
