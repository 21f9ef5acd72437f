import { useEffect, useRef } from 'preact/hooks';
import { knowledgeHome } from '../model/knowledge-route';
import { type Command, readStroke } from '../model/shortcuts';
import type { Actions } from '../views/actions';

const GOING_MS = 1500;

/** Listens to the shortcuts on the whole page, unless a dialog is open and has the keys to itself. */
export function useDeskKeys(actions: Actions): void {
  const goingUntil = useRef(0);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (isCovered() || event.defaultPrevented || event.isComposing) return;
      const going = event.timeStamp < goingUntil.current;
      goingUntil.current = 0;
      const command = readStroke(strokeOf(event), { typing: isTyping(event.target), going });
      if (command === null) return;
      event.preventDefault();
      if (command.do === 'go') goingUntil.current = event.timeStamp + GOING_MS;
      else perform(command, actions);
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [actions]);
}

const isCovered = () => document.querySelector('dialog[open]') !== null;

const strokeOf = (event: KeyboardEvent) => ({
  code: event.code,
  key: event.key,
  ctrl: event.ctrlKey || event.metaKey,
  alt: event.altKey,
  shift: event.shiftKey,
});

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input:not([type=checkbox]), textarea, select');
}

function perform(command: Command, actions: Actions): void {
  switch (command.do) {
    case 'next':
      return actions.moveCursor(1);
    case 'previous':
      return actions.moveCursor(-1);
    case 'reply':
    case 'note':
      return actions.write(command.do);
    case 'choose':
      return actions.choose(command.what);
    case 'palette':
      return actions.choose('command');
    case 'view':
      return actions.go({ view: command.view, number: null, query: '' });
    case 'knowledge':
      return actions.go({ knowledge: knowledgeHome() });
    case 'search':
    case 'help':
    case 'call':
    case 'split':
    case 'merge':
    case 'undo':
    case 'leave':
      return actions[command.do]();
    case 'go':
  }
}
