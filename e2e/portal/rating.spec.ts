import { checkAccess } from '../support/check-access';
import { expect, test } from './portal-test';

test('a solved request is rated in the support centre by who asked, and read by their manager', async ({
  visitor,
  agent,
}) => {
  const company = { id: 'rating-portal', name: 'Ромашка', plan: 'start', region: 'RU' };
  const { page, shown, ask } = await visitor({ who: { sub: 'rates', company } });
  const number = await ask('Как выгрузить отчёт?');
  await agent.answer(number, 'Кнопка «Выгрузить» над таблицей.');
  await agent.change(number, { status: 'solved' });
  const rating = shown.locator('.rating');
  await rating.getByRole('button', { name: 'Хорошо' }).click();
  await rating.getByRole('textbox', { name: 'Что понравилось?' }).fill('Сразу нашлось');
  await checkAccess(page);
  await rating.getByRole('button', { name: 'Сохранить' }).click();
  await expect(rating).toContainText('Ваша оценка: хорошо');
  expect(await agent.ticket(number)).toMatchObject({
    status: 'solved',
    rating: { score: 'good', comment: 'Сразу нашлось' },
  });

  const manager = await visitor({ who: { sub: 'boss', role: 'manager', company }, to: String(number) });
  await expect(manager.shown.getByRole('log')).toContainText('Кнопка «Выгрузить»');
  await expect(manager.shown.locator('.summary')).toContainText('Решено');
  await expect(manager.shown.locator('.rating')).toHaveCount(0);
});
