import { forget, recall } from '../app/hold-state.js';
import { companyData } from '../data/hold-company.js';
import { h } from '../dom/build-element.js';
import { askDialog } from '../parts/ask-dialog.js';
import { buildField } from '../parts/build-field.js';
import { buildButton, buildCard, buildPage } from '../parts/build-page.js';
import { checkHttps } from '../parts/check-input.js';
import { sayToast } from '../parts/say-toast.js';
import { showForm } from '../parts/show-form.js';
import { showLive } from '../parts/show-live.js';
import { formatDay, pick, say } from '../texts/say.js';

const events = ['member.created', 'order.paid', 'order.refunded', 'payout.paid', 'period.closed'];

export function showIntegrations() {
  const data = companyData();
  return buildPage(
    { title: say('Интеграции', 'Integrations'), article: 901 },
    drawConnections(data.connections),
    h(
      'div',
      { class: 'columns' },
      showLive((redraw) => drawKeys(data.keys, redraw)),
      showLive((redraw) => drawWebhooks(data.webhooks, redraw)),
    ),
  );
}

function drawConnections(connections) {
  const rows = connections.map((connection) => {
    const [title, about] = describeConnection(connection.id);
    const toggle = buildField(
      { name: 'isOn', type: 'check', toggle: true, title, onchange: () => announce(title, connection.isOn) },
      connection,
    );
    return h(
      'li',
      { class: 'line' },
      h('div', { class: 'line-main' }, toggle.node, h('p', { class: 'soft connection-about' }, about)),
    );
  });
  return buildCard({ title: say('Подключения', 'Connections'), article: 904 }, h('ul', null, rows));
}

function announce(title, isOn) {
  sayToast(
    isOn
      ? say(`«${title}»: включено`, `“${title}” is on`)
      : say(`«${title}»: выключено`, `“${title}” is off`),
  );
}

function describeConnection(id) {
  return {
    payments: [
      say('Платёжная система', 'Payment provider'),
      say('Оплата заказов и выплаты на карты', 'Order payments and payouts to cards'),
    ],
    delivery: [
      say('Служба доставки', 'Delivery service'),
      say('Стоимость, накладные и статусы', 'Prices, waybills and statuses'),
    ],
    mail: [
      say('Почтовые рассылки', 'Mailings'),
      say('Списки участников по рангу и активности', 'Lists of members by rank and activity'),
    ],
    analytics: [
      say('Веб-аналитика', 'Web analytics'),
      say('Счётчик на страницах онлайн-офиса', 'A counter on the online office’s pages'),
    ],
    accounting: [
      say('Бухгалтерский учёт', 'Accounting'),
      say('Выгрузка заказов и выплат раз в сутки', 'Orders and payouts, exported once a day'),
    ],
  }[id];
}

function drawKeys(keys, redraw) {
  const revoke = async (key) => {
    const isSure = await askDialog({
      title: say('Отозвать ключ?', 'Revoke the key?'),
      text: say(
        'Программы с этим ключом сразу потеряют доступ.',
        'Programs that use this key lose access at once.',
      ),
      confirm: say('Отозвать', 'Revoke'),
    });
    if (!isSure) return;
    keys.splice(keys.indexOf(key), 1);
    redraw();
    sayToast(say('Ключ отозван', 'The key is revoked'));
  };
  const rows = keys.map((key) =>
    h(
      'li',
      { class: 'line' },
      h(
        'div',
        { class: 'line-main' },
        pick(key.name),
        h(
          'span',
          { class: 'cell-sub' },
          h('code', null, `••••${key.tail}`),
          say(`, использован ${formatDay(key.day)}`, `, used ${formatDay(key.day)}`),
        ),
      ),
      buildButton(say('Отозвать', 'Revoke'), () => revoke(key), {
        bad: true,
        'aria-label': say(`Отозвать: ${pick(key.name)}`, `Revoke: ${pick(key.name)}`),
      }),
    ),
  );
  return buildCard(
    { title: say('Ключи API', 'API keys'), article: 902 },
    rows.length ? h('ul', null, rows) : h('p', { class: 'soft' }, say('Ключей нет.', 'No keys.')),
  );
}

function drawWebhooks(webhooks, redraw) {
  const draft = recall('webhook', () => ({ url: '', event: 'order.paid' }));
  return buildCard(
    { title: say('Вебхуки', 'Webhooks'), article: 903 },
    h(
      'ul',
      null,
      webhooks.map((hook) =>
        h(
          'li',
          { class: 'line' },
          h(
            'div',
            { class: 'line-main' },
            h('code', { class: 'long' }, hook.url),
            h('span', { class: 'cell-sub' }, hook.event),
          ),
        ),
      ),
    ),
    showForm({
      draft,
      submit: say('Добавить', 'Add'),
      run: () => {
        webhooks.push({ ...draft, isOn: true });
        forget('webhook');
        redraw();
        sayToast(say('Вебхук добавлен', 'The webhook is added'));
      },
      fields: [
        {
          name: 'url',
          type: 'text',
          required: true,
          wide: true,
          title: say('Адрес', 'Address'),
          hint: say('Начинается с https://', 'Starts with https://'),
          check: checkHttps,
        },
        {
          name: 'event',
          type: 'select',
          wide: true,
          title: say('Событие', 'Event'),
          options: events.map((value) => ({ value, title: value })),
        },
      ],
    }),
  );
}
