import { goTo } from '../app/follow-routes.js';
import { companyData } from '../data/hold-company.js';
import { askDialog } from '../parts/ask-dialog.js';
import { buildButton, buildPage } from '../parts/build-page.js';
import { sayToast } from '../parts/say-toast.js';
import { showTabs } from '../parts/show-tabs.js';
import { badgeOf } from '../texts/name-status.js';
import { pick, say } from '../texts/say.js';
import { showMemberOrders, showMemberWallets } from './show-member-money.js';
import { showMemberProfile } from './show-member-profile.js';
import { showFigures, showStructure } from './show-member-structure.js';

export function showMember({ number }) {
  const member = companyData().members.find((one) => String(one.number) === number);
  if (!member) return null;
  const name = pick(member.name);
  return buildPage(
    {
      title: `${name}, ${member.number}`,
      article: 204,
      badge: badgeOf('member', member.status),
      back: { route: '/members', title: say('Участники', 'Members') },
      entity: { type: 'member', id: String(member.number), name },
      actions: [drawBlockButton(member)],
    },
    showTabs({
      key: 'member',
      label: say('Карточка участника', 'Member card'),
      tabs: [
        { id: 'profile', title: say('Профиль', 'Profile'), show: () => showMemberProfile(member) },
        { id: 'structure', title: say('Структура', 'Structure'), show: () => showStructure(member) },
        { id: 'figures', title: say('Показатели', 'Figures'), show: () => showFigures(member) },
        { id: 'orders', title: say('Заказы', 'Orders'), show: () => showMemberOrders(member) },
        { id: 'wallets', title: say('Кошельки', 'Wallets'), show: () => showMemberWallets(member) },
      ],
    }),
  );
}

function drawBlockButton(member) {
  if (member.status === 'blocked') {
    return buildButton(say('Снять блокировку', 'Unblock'), () =>
      change(member, member.volume ? 'active' : 'idle'),
    );
  }
  return buildButton(say('Заблокировать', 'Block'), async () => {
    const reason = await askDialog({
      title: say('Заблокировать участника?', 'Block this member?'),
      text: say(
        'Структура и деньги в кошельках остаются на месте.',
        'The structure and the money in wallets stay.',
      ),
      confirm: say('Заблокировать', 'Block'),
      field: { title: say('Причина, видна сотрудникам', 'Reason, seen by staff') },
    });
    if (reason) change(member, 'blocked');
  });
}

function change(member, status) {
  member.status = status;
  goTo(`/members/${member.number}`);
  sayToast(
    status === 'blocked'
      ? say('Участник заблокирован', 'The member is blocked')
      : say('Блокировка снята', 'The member is unblocked'),
  );
}
