/**
 * Obeys messages strictly one after another. What nothing precedes is obeyed at once, so that the first paint need not
 * wait; a message whose obeying fails holds nothing up.
 */
export function obeyInOrder<Message>(
  obey: (message: Message) => Promise<unknown> | undefined,
): (message: Message) => void {
  const waiting: Message[] = [];
  let busy = false;

  function goOn(): void {
    while (!busy && waiting[0]) {
      const done = obey(waiting.shift() as Message);
      if (!done) continue;
      busy = true;
      const next = () => {
        busy = false;
        goOn();
      };
      done.then(next, next);
    }
  }

  return (message) => {
    waiting.push(message);
    goOn();
  };
}
