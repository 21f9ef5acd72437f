import { h } from '../dom/build-element.js';
import { buildField } from './build-field.js';

/**
 * Fields bound to `draft`, which outlives the form, so that nothing typed is lost by looking
 * elsewhere. `run()` is called when every field is right; else the first wrong one takes focus.
 */
export function showForm({ fields, draft, submit, run, extra = [] }) {
  const built = fields.map((field) => buildField(field, draft));
  const onsubmit = (event) => {
    event.preventDefault();
    const wrong = built.filter((field) => !field.check());
    if (wrong.length > 0) wrong[0].focus();
    else run();
  };
  return h(
    'form',
    { novalidate: true, onsubmit },
    h(
      'div',
      { class: 'form' },
      built.map((field) => field.node),
    ),
    h(
      'div',
      { class: 'actions form-actions' },
      h('button', { type: 'submit', class: 'button is-main' }, submit),
      extra,
    ),
  );
}
