import { expect, test } from './portal-test';

test('who asks in the support centre what a colleague has asked joins there, and may stop following', async ({
  visitor,
  agent,
}) => {
  const company = { id: 'portal-followers', name: 'Ландыш', plan: 'start', region: 'RU' };
  const olga = await visitor({ who: { company } });
  const number = await olga.ask('Не начислен бонус за октябрь');
  const petr = await visitor({ who: { name: 'Пётр Ким', company } });
  const { page, shown, list, field, messages } = petr;
  await page.getByRole('link', { name: 'Новое обращение' }).click();
  await field.fill('почему не начислили бонус за октябрь?');
  await shown.getByRole('button', { name: new RegExp(`№ ${number}.*Спросил коллега`) }).click();
  await expect(page).toHaveURL(new RegExp(`/help/ru/requests/${number}$`));
  await expect(messages).toHaveText([/Не начислен бонус за октябрь/]);
  await expect(field).toHaveValue('почему не начислили бонус за октябрь?');
  await expect(shown).toContainText('Спрашивает Ольга Седова');
  await expect(shown.getByRole('button', { name: 'Вопрос решён' })).toHaveCount(0);
  await agent.answer(number, 'Начислим сегодня');
  await expect(messages.last()).toContainText('Начислим сегодня');
  await expect(list.getByRole('link', { name: `№ ${number}` })).toContainText('Начислим сегодня');
  await shown.getByRole('button', { name: 'Перестать следить' }).click();
  await expect(list.getByRole('link', { name: `№ ${number}` })).toHaveCount(0);
});
