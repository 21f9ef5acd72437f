import { expect, test } from './desk-test';

test('an agent lets a colleague follow, by keyboard, and takes them away again', async ({
  agent,
  requester,
}) => {
  const [asker, colleague] = [await requester('business'), await requester('manager')];
  const { number, conversationId } = await asker.ask('Кто ещё получает ответы?');
  const page = await agent();
  await page.goto(`/desk/tickets/${number}`);
  const section = page.getByRole('region', { name: 'Следят' });
  await expect(section).toContainText('Только тот, кто спросил.');
  await section.getByRole('button', { name: 'Добавить коллегу' }).press('Enter');
  const field = section.getByRole('searchbox', { name: 'Имя или почта' });
  await expect(field).toBeFocused();
  await field.fill(colleague.name);
  await section.getByRole('button', { name: colleague.name, exact: true }).press('Enter');
  await expect(section.getByRole('button', { name: `Убрать: ${colleague.name}` })).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: `следит: ${colleague.name}` })).toBeVisible();
  await expect(section.getByRole('button', { name: 'Добавить коллегу' })).toBeFocused();

  const mine = async () => {
    const { results } = await colleague.call<{ results: { id: string; following: boolean }[] }>(
      'GET',
      '/conversations',
    );
    return results.find(({ id }) => id === conversationId)?.following ?? false;
  };
  expect(await mine()).toBe(true);
  await section.getByRole('button', { name: `Убрать: ${colleague.name}` }).click();
  await expect(section).toContainText('Только тот, кто спросил.');
  expect(await mine()).toBe(false);
});
