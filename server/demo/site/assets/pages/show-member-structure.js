import { goTo, hrefTo } from '../app/follow-routes.js';
import { recall } from '../app/hold-state.js';
import { companyData } from '../data/hold-company.js';
import { h } from '../dom/build-element.js';
import { buildCard, buildFacts } from '../parts/build-page.js';
import { sayToast } from '../parts/say-toast.js';
import { showForm } from '../parts/show-form.js';
import { points, rankName } from '../texts/name-things.js';
import { count, pick, say } from '../texts/say.js';

export function showStructure(member) {
  const { members } = companyData();
  const sponsor = members.find((one) => one.number === member.sponsor);
  const branch = members.filter((one) => one.sponsor === member.number);
  return [
    buildCard(
      {
        title: say('Место в структуре', 'Place in the structure'),
        article: 203,
        extra: h(
          'span',
          { class: 'soft' },
          count(branch.length, ['приглашённый', 'приглашённых', 'приглашённых'], ['recruit', 'recruits']),
        ),
      },
      h(
        'ul',
        { class: 'tree' },
        h(
          'li',
          null,
          sponsor ? linkMember(sponsor) : h('span', { class: 'soft' }, say('Без спонсора', 'No sponsor')),
          h(
            'ul',
            null,
            h(
              'li',
              null,
              h('b', null, pick(member.name)),
              h(
                'ul',
                null,
                branch.map((one) => h('li', null, linkMember(one))),
              ),
            ),
          ),
        ),
      ),
    ),
    drawSponsorForm(member),
  ];
}

function linkMember(member) {
  return [
    h('a', { href: hrefTo(`/members/${member.number}`) }, pick(member.name)),
    h(
      'span',
      { class: 'soft' },
      ` ${member.number}, ${rankName(member.rank)}, ${points(member.groupVolume)}`,
    ),
  ];
}

function drawSponsorForm(member) {
  const draft = recall(`sponsor/${member.number}`, () => ({ sponsor: '', scope: 'branch', reason: '' }));
  return buildCard(
    { title: say('Сменить спонсора', 'Change the sponsor'), article: 203 },
    showForm({
      draft,
      submit: say('Применить', 'Apply'),
      run: () => {
        member.sponsor = Number(draft.sponsor);
        Object.assign(draft, { sponsor: '', reason: '' });
        goTo(`/members/${member.number}`);
        sayToast(say('Спонсор изменён', 'The sponsor is changed'));
      },
      fields: [
        {
          name: 'sponsor',
          type: 'text',
          inputmode: 'numeric',
          required: true,
          title: say('Номер нового спонсора', 'New sponsor’s number'),
          check: (value) => checkSponsor(member, Number(value)),
        },
        {
          name: 'scope',
          type: 'select',
          title: say('Что переносить', 'What moves'),
          options: [
            { value: 'branch', title: say('Вместе с ветвью', 'With the branch') },
            { value: 'one', title: say('Только участника', 'The member only') },
          ],
        },
        { name: 'reason', type: 'text', required: true, wide: true, title: say('Причина', 'Reason') },
      ],
    }),
  );
}

/** A sponsor exists, is not blocked and does not stand below the member. */
export function checkSponsor(member, number) {
  const { members } = companyData();
  const sponsor = members.find((one) => one.number === number);
  if (!sponsor) return say('Нет участника с таким номером', 'No member has this number');
  if (sponsor.status === 'blocked') return say('Спонсор неактивен', 'This sponsor is not active');
  for (let above = sponsor; above; above = members.find((one) => one.number === above.sponsor)) {
    if (above === member)
      return say('Этот человек стоит ниже участника', 'This person stands below the member');
  }
  return '';
}

export function showFigures(member) {
  const next = rankName(Math.min(4, member.rank + 1));
  return buildCard(
    { title: say('Ноябрь 2026', 'November 2026'), article: 403 },
    buildFacts([
      [say('Личный объём', 'Personal volume'), points(member.volume)],
      [say('Групповой объём', 'Group volume'), points(member.groupVolume)],
      [say('Текущий ранг', 'Current rank'), rankName(member.rank)],
      [
        say('До следующего ранга', 'To the next rank'),
        `${next}: ${points(Math.max(0, (member.rank + 1) * 900 - member.groupVolume))}`,
      ],
    ]),
  );
}
