import { expect, test } from './portal-test';

const company = (id: string) => ({ id, name: 'Вита Плюс', plan: 'start', region: 'RU' });

test('a manager sees all of the company, answers, and follows; the colleague sees who has written', async ({
  visitor,
  agent,
}) => {
  const staff = await visitor({ who: { name: 'Ирина Белова', company: company('vita-managed') } });
  const number = await staff.ask('Не приходят выплаты');
  const { page, list, shown, messages, reply } = await visitor({
    who: { name: 'Олег Гурин', role: 'manager', company: company('vita-managed') },
  });
  await expect(list).toContainText('Обращений пока нет');
  await list.getByRole('button', { name: 'Вся компания' }).click();
  const row = list.getByRole('link', { name: `№ ${number}` });
  await expect(row).toContainText('Ирина Белова');
  await row.click();
  await expect(shown).toContainText('Спрашивает Ирина Белова');
  await expect(page).toHaveURL(new RegExp(`/requests/${number}$`));
  await reply('Добавлю: с понедельника');
  await expect(messages.last().getByRole('heading', { name: 'Вы' })).toBeAttached();
  await expect(staff.messages.last()).toContainText('Добавлю: с понедельника');
  await expect(staff.messages.last().getByRole('heading')).toHaveText('Олег Гурин');

  await shown.getByRole('button', { name: 'Следить', exact: true }).click();
  await expect(shown).toContainText('Следят: Олег Гурин');
  await expect(shown.getByRole('button', { name: 'Следить', exact: true })).toHaveCount(0);
  await list.getByRole('button', { name: 'Мои', exact: true }).click();
  await expect(row).toBeVisible();
  await agent.answer(number, 'Проверили, выплаты ушли');
  await expect(messages.last()).toContainText('Проверили, выплаты ушли');
  await shown.getByRole('button', { name: 'Перестать следить' }).click();
  await expect(row).toHaveCount(0);
  await list.getByRole('button', { name: 'Вся компания' }).click();
  await expect(row).toBeVisible();
});

test('what a colleague asks shows up in the list of the company by itself', async ({ visitor }) => {
  const manager = await visitor({ who: { role: 'manager', company: company('vita-live') } });
  await manager.list.getByRole('button', { name: 'Вся компания' }).click();
  await expect(manager.list).toContainText('Обращений пока нет');
  const staff = await visitor({ who: { name: 'Ирина Белова', company: company('vita-live') } });
  const number = await staff.ask('Новое от коллеги');
  await expect(manager.list.getByRole('link', { name: `№ ${number}` })).toContainText('Новое от коллеги');
});

test('staff see nothing of their colleagues', async ({ visitor, server }) => {
  const one = await visitor({ who: { company: company('vita-apart') } });
  const number = await one.ask('Только моё');
  const other = await visitor({ who: { company: company('vita-apart') } });
  await expect(other.list).toContainText('Обращений пока нет');
  await expect(other.list.getByRole('button', { name: 'Вся компания' })).toHaveCount(0);
  await other.page.goto(`${server.url}/help/ru/requests/${number}`);
  await expect(other.shown.getByRole('alert')).toContainText(`Обращения № ${number} нет`);
});

test('the list is narrowed down by status, by words of messages, and by number', async ({
  visitor,
  agent,
}) => {
  const { list, ask } = await visitor();
  const report = await ask('Отчёт не открывается');
  const payout = await ask('Выплаты задержались');
  await agent.answer(report, 'Это касается квитанций');
  await agent.change(payout, { status: 'solved' });
  const rows = list.getByRole('link', { name: /№ \d+/ });
  const numbers = () =>
    rows.evaluateAll((links) => links.map(({ textContent }) => /№ (\d+)/.exec(textContent ?? '')?.[1]));
  await list.getByRole('button', { name: 'Решённые' }).click();
  await expect.poll(numbers).toEqual([String(payout)]);
  await list.getByRole('button', { name: 'В работе' }).click();
  await expect.poll(numbers).toEqual([String(report)]);
  await list.getByRole('button', { name: 'Все', exact: true }).click();
  await expect(rows).toHaveCount(2);
  const search = list.getByRole('searchbox');
  await search.fill('квитанц');
  await expect.poll(numbers).toEqual([String(report)]);
  await search.fill(String(payout));
  await expect.poll(numbers).toEqual([String(payout)]);
  await search.fill('такого здесь нет');
  await expect(list).toContainText('Под это ничего не подходит');
  await list.getByRole('button', { name: 'Показать все' }).click();
  await expect(rows).toHaveCount(2);
  await expect(search).toHaveValue('');
});
