// What the tests look at: every event of the widget, in order.
window.recorded = [];
for (const name of [
  'ready',
  'open',
  'close',
  'unread',
  'conversationStarted',
  'messageSent',
  'messageReceived',
  'articleViewed',
  'error',
]) {
  window.Beseda('on', name, (detail) => window.recorded.push([name, detail]));
}
window.tokenOf = (person) => () => fetch(`/token?as=${person}`).then((answer) => answer.text());
