import { AxeBuilder } from '@axe-core/playwright';
import type { Locator } from '@playwright/test';
import { expect, test } from './panel-test';

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const TOPIC = 'Не приходит письмо с подтверждением';
const SAME = 'Участнику не приходят письма с подтверждением, что делать?';

/** Two colleagues, and nobody else in their company. */
function colleagues(name: string) {
  const company = { id: `followers-${name}`, name: 'Василёк', plan: 'start', region: 'RU' };
  return {
    olga: { sub: `${name}-olga`, name: 'Ольга Седова', company },
    petr: { sub: `${name}-petr`, name: 'Пётр Ким', company },
  };
}

const offerOf = (panel: { getByRole: Locator['getByRole'] }, number: number) =>
  panel.getByRole('button', { name: new RegExp(`№ ${number}.*Спросил коллега`) });

test('who asks what a colleague has asked joins them, with what they wrote, and both get the answers', async ({
  person,
  agent,
}) => {
  const { olga, petr } = colleagues('join');
  const first = await (await person(olga)).tab();
  const number = await first.ask(TOPIC);
  const second = await (await person(petr)).tab();
  await second.field.fill(SAME);
  await offerOf(second.panel, number).click();
  await expect(second.messages).toHaveText([new RegExp(TOPIC)]);
  await expect(second.field).toHaveValue(SAME);
  await expect(second.panel.getByText('Спрашивает Ольга Седова.')).toBeVisible();
  await second.panel.getByRole('button', { name: 'Отправить' }).click();
  await expect(second.messages).toHaveCount(2);
  await expect(first.messages.nth(1)).toContainText('Пётр Ким');
  await agent.answer(number, 'Письмо отправлено ещё раз.');
  for (const { messages } of [first, second]) await expect(messages.nth(2)).toContainText('ещё раз');
  expect(await agent.ticket(number)).toMatchObject({
    requester: { name: 'Ольга Седова' },
    followers: [{ name: 'Пётр Ким' }],
  });
  await second.panel.getByRole('button', { name: 'Назад' }).click();
  await second.panel.getByRole('button', { name: 'Мои обращения' }).click();
  await expect(second.panel.locator('.row')).toHaveText([new RegExp(`№ ${number}.*слежу`)]);
});

test('sending asks once whether to join instead, and sends all the same when told so', async ({ person }) => {
  const { olga, petr } = colleagues('anyway');
  const number = await (await (await person(olga)).tab()).ask(TOPIC);
  const { field, panel, messages } = await (await person(petr)).tab();
  await field.fill(SAME);
  await expect(offerOf(panel, number)).toBeVisible();
  await panel.getByRole('button', { name: 'Отправить' }).click();
  const question = panel.getByRole('alertdialog');
  await expect(question).toContainText(`Коллега уже спросил: № ${number} «${TOPIC}»`);
  await expect(question.getByRole('button', { name: 'Присоединиться' })).toBeFocused();
  await expect(field).toHaveValue(SAME);
  await question.getByRole('button', { name: 'Всё равно отправить' }).click();
  await expect(messages).toHaveText([/Участнику не приходят письма/]);
  await expect(panel.getByRole('heading', { level: 1, name: /№ \d+/ })).not.toContainText(`${number}`);
});

test('what is sent at once waits for no offer', async ({ person }) => {
  const { olga, petr } = colleagues('fast');
  const mine = await person(petr);
  const first = await (await (await person(olga)).tab()).ask(TOPIC);
  const tab = await mine.tab();
  await mine.context.route('**/api/v1/tickets/similar?*', () => {});
  expect(await tab.ask(SAME)).toBeGreaterThan(first);
});

test('a follower leaves, and whoever asked takes one away: both see nothing of it any more', async ({
  person,
  agent,
}) => {
  const { olga, petr } = colleagues('leave');
  const first = await (await person(olga)).tab();
  const number = await first.ask(TOPIC);
  const second = await (await person(petr)).tab();
  const join = async () => {
    await second.field.fill(SAME);
    await offerOf(second.panel, number).click();
    await expect(second.messages).toHaveText([new RegExp(TOPIC)]);
  };
  await join();
  await second.panel.getByRole('button', { name: 'Перестать следить' }).click();
  await expect(second.panel.getByText('Обращений пока нет')).toBeVisible();
  await expect(first.panel.getByText('Пётр Ким больше не следит за обращением')).toBeVisible();
  await second.panel.getByRole('button', { name: 'Новое обращение' }).click();
  await join();
  await first.panel.getByRole('button', { name: 'Убрать: Пётр Ким' }).click();
  await expect(second.panel.getByText('Этого обращения больше нет, или оно вам не видно.')).toBeVisible();
  await agent.answer(number, 'Только для Ольги');
  await expect(first.messages.nth(1)).toContainText('Только для Ольги');
  await expect(second.panel.getByText('Только для Ольги')).toHaveCount(0);
});

for (const colorScheme of ['light', 'dark'] as const)
  test(`offer, question and thread pass axe on a phone, ${colorScheme}`, async ({ person }) => {
    const { olga, petr } = colleagues(colorScheme);
    const number = await (await (await person(olga)).tab()).ask(TOPIC);
    const browser = { colorScheme, viewport: { width: 360, height: 740 } };
    const { field, panel, page, messages } = await (await person({ ...petr, browser })).tab();
    const expectAccessible = async () => {
      const { violations } = await new AxeBuilder({ page }).withTags(WCAG).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual(
        [],
      );
    };
    await field.fill(SAME);
    await offerOf(panel, number).waitFor();
    await expectAccessible();
    await panel.getByRole('button', { name: 'Отправить' }).click();
    await panel.getByRole('alertdialog').waitFor();
    await expectAccessible();
    await panel.getByRole('button', { name: 'Присоединиться' }).press('Enter');
    await expect(messages).toHaveText([new RegExp(TOPIC)]);
    await expectAccessible();
  });

test('a follower does not say whether it is solved', async ({ person, agent }) => {
  const { olga, petr } = colleagues('judge');
  const first = await (await person(olga)).tab();
  const number = await first.ask(TOPIC);
  const second = await (await person(petr)).tab();
  await second.field.fill(SAME);
  await offerOf(second.panel, number).click();
  await agent.change(number, { status: 'solved' });
  await expect(first.panel.getByRole('button', { name: 'Вопрос не решён' })).toBeVisible();
  await expect(second.panel.getByText('Обращение решено')).toBeVisible();
  await expect(second.panel.getByRole('button', { name: 'Вопрос не решён' })).toHaveCount(0);
});
