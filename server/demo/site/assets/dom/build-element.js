/**
 * Builds one element. `on…` props are listeners, `true` is a bare attribute, `false` and
 * `undefined` are left out; `value` and `checked` are set as properties.
 */
export function h(tag, props, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props ?? {})) setProp(element, name, value);
  element.append(...keep(children));
  if (tag === 'select' && props?.value !== undefined) element.value = props.value;
  return element;
}

function setProp(element, name, value) {
  if (value === undefined || value === null || value === false) return;
  if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
  else if (name === 'value' || name === 'checked' || name === 'indeterminate') element[name] = value;
  else element.setAttribute(name, value === true ? '' : String(value));
}

/** Flattens children and drops the empty ones, so that `condition && node` can stand in a list. */
function keep(children) {
  return children
    .flat(Number.POSITIVE_INFINITY)
    .filter((child) => child !== null && child !== undefined && child !== false);
}

const svgNamespace = 'http://www.w3.org/2000/svg';

export function svg(tag, attributes, ...children) {
  const element = document.createElementNS(svgNamespace, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  element.append(...keep(children));
  return element;
}
