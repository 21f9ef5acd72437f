import { expect, test } from './panel-test';

const COMPANY = { id: 'promise', name: 'Ромашка', region: 'RU' };
/** As high as without the promise. */
const BAR_PX = 60;
const DUE = /тветим .*до \d\d:\d\d.*МСК/;

test('who asks knows before and after when the answer comes, and how that was reckoned', async ({
  person,
}) => {
  const { ask, panel } = await (
    await person({ company: { ...COMPANY, plan: 'business' }, browser: { timezoneId: 'Europe/Moscow' } })
  ).tab();
  const before = panel.locator('.bar');
  await expect(before).toContainText(DUE);
  await ask('Когда ответите?');
  const summary = panel.locator('.summary');
  await expect(summary).toContainText(DUE);
  await summary.getByRole('button', { name: 'Как посчитано' }).click();
  await expect(summary).toContainText(/\d\d:\d\d .* \+ 2 ч рабочего времени.* → \d\d:\d\d/);
  await panel.getByRole('button', { name: 'Назад' }).click();
  await panel.getByRole('button', { name: /Мои обращения/ }).click();
  await expect(panel.locator('.row')).toContainText(DUE);
});

test('the time is the reader’s own, with Moscow’s beside it, and moves nothing when it comes', async ({
  person,
}) => {
  const { panel } = await (
    await person({
      company: { ...COMPANY, plan: 'network' },
      browser: { timezoneId: 'Asia/Vladivostok', viewport: { width: 360, height: 720 } },
    })
  ).tab();
  await expect(panel.locator('.bar')).toContainText(/до \d\d:\d\d \(.*\d\d:\d\d МСК\)/);
  expect((await panel.locator('.bar').boundingBox())?.height).toBe(BAR_PX);
});

test('the promise stands still and goes on while one looks, and is gone when it was kept', async ({
  person,
  agent,
}) => {
  const { ask, panel, field, messages } = await (
    await person({ company: { ...COMPANY, plan: 'enterprise' } })
  ).tab();
  const number = await ask('Не сходится отчёт');
  const summary = panel.locator('.summary');
  await agent.change(number, { status: 'pending' });
  await expect(summary).toContainText('Ждём вашего ответа: срок пока не идёт');
  await field.fill('Вот файл отчёта');
  await field.press('Enter');
  await expect(summary).toContainText(DUE);
  await agent.answer(number, 'Спасибо, сходится');
  await expect(messages.last()).toContainText('сходится');
  await expect(summary).not.toContainText(DUE);
});

test('thanks leave a solved conversation solved; one can say that it is not', async ({ person, agent }) => {
  const { ask, panel, field, messages } = await (
    await person({ company: { ...COMPANY, plan: 'start' } })
  ).tab();
  const number = await ask('Как сменить пароль?');
  await agent.answer(number, 'В профиле, кнопка «Сменить».');
  await agent.change(number, { status: 'solved' });
  const summary = panel.locator('.summary');
  await expect(summary).toContainText('Решено');
  await field.fill('Спасибо большое!');
  await field.press('Enter');
  await expect(messages).toHaveCount(3);
  await expect(messages.last().getByRole('img', { name: /Отправлено|Прочитано/ })).toBeVisible();
  await expect(summary).toContainText('Решено');
  await summary.getByRole('button', { name: 'Вопрос не решён' }).click();
  await expect(summary).toContainText('В работе');
  await expect(panel.getByText('Обращение снова в работе')).toBeVisible();
  expect(await agent.ticket(number)).toMatchObject({ status: 'open' });
});

test('nothing is promised that the plan does not give', async ({ person }) => {
  const { ask, panel } = await (await person({ company: { ...COMPANY, plan: 'unheard of' } })).tab();
  await ask('Когда ответите?');
  await expect(panel.locator('.summary')).toContainText('Скоро ответим');
  await expect(panel.locator('.summary')).not.toContainText('до');
});
