import { AxeBuilder } from '@axe-core/playwright';
import type postgres from 'postgres';
import { ring } from '../support/ring';
import { expect, test } from './desk-test';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const REPORT = 'Не проходит выплата';

/** Those that the demo has promised already. */
async function forgetPromised(sql: postgres.Sql): Promise<void> {
  await sql.begin(async (tx) => {
    await tx`select set_config('beseda.actor', 'system', true)`;
    await tx`delete from call_backs`;
  });
}

test('a call becomes a ticket with an answer and a promised call back, by the code that the caller reads out', async ({
  agent,
  requester,
  sql,
}) => {
  await forgetPromised(sql);
  const asker = await requester('start');
  const { code } = await asker.call<{ code: string }>('POST', '/call-codes', {
    page: { url: 'https://office.example/payouts', title: 'Выплаты' },
  });
  const page = await agent();
  await page.keyboard.press('c');
  const form = page.getByRole('dialog', { name: 'Звонок' });
  await form.getByRole('searchbox').fill(`${code.slice(0, 3)} ${code.slice(3)}`);
  await expect(form.getByText(asker.name)).toBeVisible();
  await expect(form.getByText('Страница: Выплаты')).toBeVisible();
  await form.getByLabel('Что спрашивают').fill(REPORT);
  await form.getByLabel('Что вы ответили').fill('Выплата уйдёт завтра');
  await form.getByLabel('Заметка для своих').fill('Торопится');
  await form.getByLabel('Обещали перезвонить').check();
  await form.getByLabel('Номер').fill('8 495 123-45-67');
  await page.keyboard.press('Escape');
  await page.reload();
  await page.getByRole('button', { name: 'Звонок', exact: true }).click();
  await expect(form.getByLabel('Что спрашивают')).toHaveValue(REPORT);
  const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
  await form.getByRole('button', { name: 'Записать' }).click();

  await expect(form).toBeHidden();
  const thread = page.getByRole('region', { name: 'Переписка' });
  await expect(thread.getByText(REPORT)).toBeVisible();
  await expect(thread.getByText('Торопится')).toBeVisible();
  const number = Number(/\/(\d+)$/.exec(new URL(page.url()).pathname)?.[1]);
  await expect.poll(() => asker.read(number)).toEqual([REPORT, 'Выплата уйдёт завтра']);

  await page.getByRole('button', { name: /^Перезвонить 1/ }).click();
  const promised = page.getByRole('dialog', { name: 'Перезвонить' });
  await expect(promised.getByRole('link', { name: '+7 495 123-45-67' })).toBeVisible();
  await promised.getByRole('button', { name: 'Перезвонили' }).click();
  await expect(promised.getByText('Обещанных звонков нет')).toBeVisible();
  await promised.getByRole('button', { name: 'Вернуть' }).click();
  await expect(promised.getByRole('link', { name: '+7 495 123-45-67' })).toBeVisible();
});

test('the caller’s card pops up at the agent whose telephone rings, and a missed call is a ticket', async ({
  agent,
  requester,
  server,
}) => {
  await requester('manager');
  const secret = await server.beseda('calls', 'secret');
  const anna = await agent('anna');
  const mikhail = await agent('mikhail');
  const call = { call: crypto.randomUUID(), from: '+7 916 555-44-33' };
  await ring(server.url, secret, { ...call, event: 'ringing', extension: '102' });
  const card = mikhail.getByRole('region', { name: 'Вам звонят' });
  await expect(card.getByText('+7 916 555-44-33')).toBeVisible();
  await expect(anna.getByRole('region', { name: 'Вам звонят' })).toHaveCount(0);
  await card.getByRole('button', { name: 'Записать разговор' }).click();
  await mikhail.getByRole('dialog').getByRole('searchbox').fill('Самарин');
  await mikhail
    .getByRole('dialog')
    .getByRole('button', { name: /Самарин/ })
    .click();
  await mikhail.getByLabel('Что спрашивают').fill('Когда отчёт?');
  await mikhail.getByRole('button', { name: 'Записать', exact: true }).click();
  await expect(mikhail.getByRole('region', { name: 'Переписка' }).getByText('Когда отчёт?')).toBeVisible();
  await ring(server.url, secret, { ...call, event: 'ended', durationSeconds: 40 });
  await expect(card).toHaveCount(0);

  const again = { call: crypto.randomUUID(), from: '+7 916 555-44-33' };
  await ring(server.url, secret, { ...again, event: 'ringing', extension: '102' });
  await expect(card.getByText(/Самарин/)).toBeVisible();
  await ring(server.url, secret, { ...again, event: 'ended' });
  await expect(card).toHaveCount(0);
  await anna.goto('/desk/open?q=Самарин');
  await expect(anna.getByText(/Пропущенный звонок с номера/).first()).toBeVisible();
});
