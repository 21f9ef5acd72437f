import { h } from '../dom/build-element.js';
import { say } from '../texts/say.js';
import { buildField } from './build-field.js';

/**
 * Asks before something is done. `field` adds one required text; resolves to that text, to true
 * without a field, or to null when refused.
 */
export function askDialog({ title, text, confirm, field }) {
  const draft = { answer: '' };
  const control = field && buildField({ name: 'answer', type: 'text', required: true, ...field }, draft);
  const dialog = h(
    'dialog',
    { 'aria-labelledby': 'dialog-title' },
    h(
      'form',
      { novalidate: true, onsubmit: answer },
      h('h2', { id: 'dialog-title' }, title),
      text && h('p', null, text),
      control?.node,
      h(
        'div',
        { class: 'actions' },
        h(
          'button',
          { type: 'button', class: 'button', onclick: () => dialog.close() },
          say('Отмена', 'Cancel'),
        ),
        h('button', { type: 'submit', class: 'button is-main' }, confirm),
      ),
    ),
  );
  let result = null;

  function answer(event) {
    event.preventDefault();
    if (control && !control.check()) {
      control.focus();
      return;
    }
    result = field ? draft.answer.trim() : true;
    dialog.close();
  }

  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(result);
    });
  });
}
