import { expect, test } from './panel-test';

// Attempts that must fail first take their time.
test.describe.configure({ timeout: 60_000 });

test('where WebSockets do not get through, the conversation goes over polling', async ({ person, agent }) => {
  const { context, tab } = await person();
  await context.routeWebSocket(/\/socket\.io\//, (socket) => void socket.close());
  const { ask, messages } = await tab();
  const number = await ask('Через прокси');
  await agent.answer(number, 'Дошло');
  await expect(messages).toHaveText([/Через прокси/, /Дошло/], { timeout: 30_000 });
});
