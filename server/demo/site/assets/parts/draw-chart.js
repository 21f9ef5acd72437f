import { h, svg } from '../dom/build-element.js';

const height = 160;
const step = 48;

/** Columns of `{label, value}` with the numbers as a table for those who do not see it. */
export function drawChart({ title, points, format }) {
  const top = Math.max(...points.map((point) => point.value)) * 1.1;
  const bars = points.map(({ label, value }, index) => {
    const tall = Math.max(2, (value / top) * height);
    const x = index * step + 8;
    return [
      svg(
        'rect',
        { class: 'chart-bar', x, y: height - tall, width: step - 16, height: tall, rx: 3 },
        svg('title', {}, `${label}: ${format(value)}`),
      ),
      svg(
        'text',
        { class: 'chart-label', x: x + (step - 16) / 2, y: height + 18, 'text-anchor': 'middle' },
        label,
      ),
    ];
  });
  return h(
    'figure',
    { class: 'chart' },
    svg(
      'svg',
      { viewBox: `0 0 ${points.length * step} ${height + 24}`, 'aria-hidden': 'true' },
      svg('line', { class: 'chart-base', x1: 0, y1: height, x2: points.length * step, y2: height }),
      bars,
    ),
    h(
      'table',
      { class: 'unseen' },
      h('caption', null, title),
      h(
        'tbody',
        null,
        points.map(({ label, value }) =>
          h('tr', null, h('th', { scope: 'row' }, label), h('td', null, format(value))),
        ),
      ),
    ),
  );
}
