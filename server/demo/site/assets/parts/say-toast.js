import { h } from '../dom/build-element.js';

const toast = h('div', { class: 'toast', role: 'status' });
document.body.append(toast);
let timer;

/** One line at the bottom that says what was just done; read out, gone after six seconds. */
export function sayToast(text) {
  toast.textContent = text;
  clearTimeout(timer);
  timer = setTimeout(() => {
    toast.textContent = '';
  }, 6000);
}
