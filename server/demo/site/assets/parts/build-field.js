import { h } from '../dom/build-element.js';
import { markHelp } from '../support/link-article.js';
import { say } from '../texts/say.js';

let lastId = 0;

/**
 * One labelled control bound to `draft[name]`. `type` is `text`, `email`, `tel`, `number`, `date`,
 * `area`, `select` (with `options: [{value, title}]`) or `check`; `check(value, draft)` returns an
 * error text or nothing. Returns `{node, check, focus}`.
 */
export function buildField(field, draft) {
  if (field.type === 'check') return buildCheck(field, draft);
  lastId += 1;
  const id = `field-${lastId}`;
  const error = h('span', { class: 'field-error', id: `${id}-error`, hidden: true });
  const hint = field.hint && h('span', { class: 'field-hint', id: `${id}-hint` }, field.hint);
  const control = buildControl(field, draft, {
    id,
    class: 'input',
    name: field.name,
    required: field.required,
    'data-keep': field.name,
    'aria-describedby': hint ? `${id}-hint ${id}-error` : `${id}-error`,
    oninput: () => {
      draft[field.name] = control.value;
      if (!error.hidden) check();
      field.onchange?.();
    },
    onblur: () => draft[field.name] && check(),
  });

  function check() {
    const text = findError(field, draft);
    error.hidden = !text;
    error.textContent = text;
    if (text) control.setAttribute('aria-invalid', 'true');
    else control.removeAttribute('aria-invalid');
    return !text;
  }

  const label = h(
    'label',
    { for: id },
    field.title,
    field.required && h('span', { 'aria-hidden': 'true' }, '*'),
  );
  const head = field.article ? h('div', { class: 'field-label' }, label, markHelp(field.article)) : label;
  const node = h('div', { class: field.wide ? 'field is-wide' : 'field' }, head, control, hint, error);
  return { node, check, focus: () => control.focus() };
}

function buildControl(field, draft, props) {
  const value = draft[field.name] ?? '';
  if (field.type === 'area') return h('textarea', { ...props, rows: 3, value });
  if (field.type === 'select') {
    const options = field.options.map((option) => h('option', { value: option.value }, option.title));
    return h('select', { ...props, value }, options);
  }
  return h('input', {
    ...props,
    type: field.type,
    autocomplete: 'off',
    inputmode: field.inputmode,
    min: field.min,
    value,
  });
}

function buildCheck(field, draft) {
  const control = h('input', {
    type: 'checkbox',
    class: field.toggle && 'toggle',
    role: field.toggle && 'switch',
    checked: Boolean(draft[field.name]),
    'data-keep': field.name,
    onchange: () => {
      draft[field.name] = control.checked;
      field.onchange?.();
    },
  });
  const node = h('label', { class: field.wide ? 'check is-wide' : 'check' }, control, field.title);
  return { node, check: () => true, focus: () => control.focus() };
}

function findError(field, draft) {
  const value = String(draft[field.name] ?? '').trim();
  if (value === '') return field.required ? say('Заполните это поле', 'Fill in this field') : '';
  return field.check?.(value, draft) ?? '';
}
