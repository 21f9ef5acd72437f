import { goTo } from '../app/follow-routes.js';
import { forget, recall } from '../app/hold-state.js';
import { buildButton, buildCard, buildFacts } from '../parts/build-page.js';
import { checkEmail, checkPhone } from '../parts/check-input.js';
import { sayToast } from '../parts/say-toast.js';
import { showForm } from '../parts/show-form.js';
import { rankName } from '../texts/name-things.js';
import { formatDay, pick, say } from '../texts/say.js';

export function showMemberProfile(member) {
  const key = `member/${member.number}`;
  const draft = recall(key, () => ({
    name: pick(member.name),
    email: member.email,
    phone: member.phone,
    city: pick(member.city),
  }));
  const save = () => {
    if (draft.name !== pick(member.name)) member.name = same(draft.name);
    if (draft.city !== pick(member.city)) member.city = same(draft.city);
    Object.assign(member, { email: draft.email, phone: draft.phone });
    forget(key);
    goTo(`/members/${member.number}`);
    sayToast(say('Изменения сохранены', 'Changes are saved'));
  };
  return [
    buildCard(
      { title: say('Личные данные', 'Personal details'), article: 201 },
      showForm({ fields: listFields(), draft, submit: say('Сохранить', 'Save'), run: save }),
    ),
    drawAccess(member),
  ];
}

function listFields() {
  return [
    { name: 'name', type: 'text', required: true, title: say('Имя и фамилия', 'First and last name') },
    { name: 'city', type: 'text', title: say('Город', 'City') },
    {
      name: 'email',
      type: 'email',
      required: true,
      title: say('Электронная почта', 'Email'),
      check: checkEmail,
      article: 202,
    },
    { name: 'phone', type: 'tel', required: true, title: say('Телефон', 'Phone'), check: checkPhone },
  ];
}

function drawAccess(member) {
  return buildCard(
    {
      title: say('Вход в онлайн-офис', 'Online office sign-in'),
      article: 204,
      extra: buildButton(say('Отправить ссылку для входа', 'Send a sign-in link'), () =>
        sayToast(say(`Ссылка отправлена на ${member.email}`, `A link was sent to ${member.email}`)),
      ),
    },
    buildFacts([
      [say('Регистрация', 'Joined'), formatDay(member.joined)],
      [say('Ранг', 'Rank'), rankName(member.rank)],
      [say('Логин', 'Login'), member.email],
    ]),
  );
}

function same(text) {
  return { ru: text, en: text };
}
