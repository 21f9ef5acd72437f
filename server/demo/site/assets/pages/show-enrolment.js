import { goTo } from '../app/follow-routes.js';
import { forget, recall } from '../app/hold-state.js';
import { companyData } from '../data/hold-company.js';
import { daysAgo } from '../data/roll-dice.js';
import { h } from '../dom/build-element.js';
import { buildButton, buildCard, buildFacts, buildPage } from '../parts/build-page.js';
import { checkEmail, checkPhone } from '../parts/check-input.js';
import { sayToast } from '../parts/say-toast.js';
import { showForm } from '../parts/show-form.js';
import { showLive } from '../parts/show-live.js';
import { pick, say } from '../texts/say.js';
import { checkSponsor } from './show-member-structure.js';

const key = 'enrolment';

export function showEnrolment() {
  const state = recall(key, () => ({
    step: 0,
    draft: { sponsor: '', place: 'auto', name: '', email: '', phone: '', city: '', kit: 'none', comment: '' },
  }));
  return buildPage(
    {
      title: say('Регистрация участника', 'Member enrolment'),
      article: 201,
      lead: say(
        'Введённое сохраняется, пока открыта вкладка.',
        'What you enter is kept while the tab is open.',
      ),
    },
    showLive((redraw) => drawStep(state, redraw), { class: 'stack' }),
  );
}

function drawStep(state, redraw) {
  const steps = listSteps();
  const move = (by) => {
    state.step += by;
    redraw();
    document.querySelector('.step-title')?.focus();
  };
  const isLast = state.step === steps.length;
  const extra = state.step > 0 ? [buildButton(say('Назад', 'Back'), () => move(-1))] : [];
  const { title, fields } = isLast
    ? { title: say('Проверьте данные', 'Check the details') }
    : steps[state.step];
  return [
    drawProgress([...steps.map((step) => step.title), say('Проверка', 'Review')], state.step),
    buildCard(
      {},
      h('h2', { class: 'step-title', tabindex: -1 }, title),
      isLast
        ? drawReview(state.draft, extra)
        : showForm({ fields, draft: state.draft, submit: say('Далее', 'Next'), run: () => move(1), extra }),
    ),
  ];
}

function drawProgress(titles, step) {
  return h(
    'ol',
    { class: 'steps', 'aria-label': say('Шаги', 'Steps') },
    titles.map((title, index) =>
      h(
        'li',
        { class: index < step ? 'is-done' : undefined, 'aria-current': index === step && 'step' },
        title,
      ),
    ),
  );
}

function listSteps() {
  return [
    { title: say('Спонсор', 'Sponsor'), fields: listSponsorFields() },
    { title: say('Личные данные', 'Personal details'), fields: listPersonFields() },
    { title: say('Стартовый набор', 'Starter kit'), fields: listKitFields() },
  ];
}

function listSponsorFields() {
  return [
    {
      name: 'sponsor',
      type: 'text',
      inputmode: 'numeric',
      required: true,
      article: 203,
      title: say('Номер спонсора', 'Sponsor’s number'),
      hint: say('Например, 1042', 'For example, 1042'),
      check: (value) => checkSponsor(null, Number(value)),
    },
    {
      name: 'place',
      type: 'select',
      title: say('Место в структуре', 'Place in the structure'),
      options: [
        { value: 'auto', title: say('Автоматически', 'Automatic') },
        { value: 'left', title: say('Левая ветвь', 'Left branch') },
        { value: 'right', title: say('Правая ветвь', 'Right branch') },
      ],
    },
  ];
}

function listPersonFields() {
  return [
    {
      name: 'name',
      type: 'text',
      required: true,
      title: say('Имя и фамилия', 'First and last name'),
      hint: say('Как в документе', 'As in the document'),
      check: (value) => (value.includes(' ') ? '' : say('Нужны имя и фамилия', 'Both names are needed')),
    },
    { name: 'city', type: 'text', title: say('Город', 'City') },
    {
      name: 'email',
      type: 'email',
      required: true,
      article: 202,
      title: say('Электронная почта', 'Email'),
      check: checkNewEmail,
    },
    {
      name: 'phone',
      type: 'tel',
      required: true,
      title: say('Телефон', 'Phone'),
      hint: '+79001234567',
      check: checkPhone,
    },
  ];
}

function listKitFields() {
  return [
    { name: 'kit', type: 'select', title: say('Пакет', 'Kit'), options: listKits() },
    { name: 'comment', type: 'area', wide: true, title: say('Комментарий к заказу', 'Note to the order') },
  ];
}

function listKits() {
  return [
    { value: 'none', title: say('Без набора', 'No kit') },
    { value: 'basic', title: say('Базовый', 'Basic') },
    { value: 'full', title: say('Полный', 'Full') },
  ];
}

function checkNewEmail(value) {
  const isTaken = companyData().members.some((member) => member.email === value.toLowerCase());
  return isTaken ? say('Адрес уже используется', 'This address is in use') : checkEmail(value);
}

function drawReview(draft, extra) {
  const sponsor = companyData().members.find((member) => member.number === Number(draft.sponsor));
  return [
    buildFacts([
      [say('Спонсор', 'Sponsor'), `${pick(sponsor.name)}, ${sponsor.number}`],
      [say('Имя', 'Name'), draft.name],
      [say('Почта', 'Email'), draft.email],
      [say('Телефон', 'Phone'), draft.phone],
      [say('Пакет', 'Kit'), listKits().find((kit) => kit.value === draft.kit).title],
    ]),
    h(
      'div',
      { class: 'actions form-actions' },
      buildButton(say('Зарегистрировать', 'Enrol'), () => enrol(draft), { main: true }),
      extra,
    ),
  ];
}

function enrol(draft) {
  const { members } = companyData();
  const number = Math.max(...members.map((member) => member.number)) + 1;
  const city = draft.city || '—';
  members.push({
    number,
    name: { ru: draft.name, en: draft.name },
    city: { ru: city, en: city },
    email: draft.email.toLowerCase(),
    phone: draft.phone,
    sponsor: Number(draft.sponsor),
    rank: 0,
    status: 'new',
    joined: daysAgo(0),
    volume: 0,
    groupVolume: 0,
  });
  forget(key);
  goTo(`/members/${number}`);
  sayToast(say(`Участник ${number} зарегистрирован`, `Member ${number} is enrolled`));
}
