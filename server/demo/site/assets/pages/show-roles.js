import { forget, recall } from '../app/hold-state.js';
import { companyData } from '../data/hold-company.js';
import { h } from '../dom/build-element.js';
import { buildBadge, buildCard, buildPage } from '../parts/build-page.js';
import { checkEmail } from '../parts/check-input.js';
import { sayToast } from '../parts/say-toast.js';
import { showForm } from '../parts/show-form.js';
import { showLive } from '../parts/show-live.js';
import { showTable } from '../parts/show-table.js';
import { showTabs } from '../parts/show-tabs.js';
import { accessRoleName, sectionName } from '../texts/name-things.js';
import { pick, say } from '../texts/say.js';

export function showRoles() {
  const data = companyData();
  return buildPage(
    { title: say('Роли и доступ', 'Roles and access'), article: 802 },
    showTabs({
      key: 'roles',
      label: say('Роли и доступ', 'Roles and access'),
      tabs: [
        {
          id: 'employees',
          title: say('Сотрудники', 'Employees'),
          show: () => showLive((redraw) => drawEmployees(data, redraw), { class: 'stack' }),
        },
        { id: 'rights', title: say('Роли', 'Roles'), show: () => drawRights(data) },
      ],
    }),
  );
}

function drawEmployees({ employees, roles }, redraw) {
  return [
    showTable({
      key: 'employees',
      title: say('Сотрудники', 'Employees'),
      rows: employees,
      columns: [
        {
          id: 'name',
          title: say('Имя', 'Name'),
          head: true,
          value: (one) => pick(one.name),
          cell: (one) => [pick(one.name), h('span', { class: 'cell-sub' }, one.email)],
        },
        { id: 'role', title: say('Роль', 'Role'), value: (one) => accessRoleName(one.role) },
        {
          id: 'manager',
          title: say('В поддержке', 'In support'),
          wide: true,
          value: (one) => Number(one.isManager),
          cell: (one) => one.isManager && buildBadge(say('руководитель', 'manager'), 'good'),
        },
      ],
    }),
    drawInvitation(employees, roles, redraw),
  ];
}

function drawInvitation(employees, roles, redraw) {
  const draft = recall('invitation', () => ({ name: '', email: '', role: 'operator', isManager: false }));
  return buildCard(
    { title: say('Пригласить сотрудника', 'Invite an employee'), article: 801 },
    showForm({
      draft,
      submit: say('Отправить приглашение', 'Send the invitation'),
      run: () => {
        employees.push({ ...draft, name: { ru: draft.name, en: draft.name } });
        forget('invitation');
        redraw();
        sayToast(say(`Приглашение отправлено: ${draft.email}`, `The invitation was sent: ${draft.email}`));
      },
      fields: [
        { name: 'name', type: 'text', required: true, title: say('Имя и фамилия', 'First and last name') },
        {
          name: 'email',
          type: 'email',
          required: true,
          title: say('Рабочая почта', 'Work email'),
          check: checkEmail,
        },
        {
          name: 'role',
          type: 'select',
          title: say('Роль', 'Role'),
          article: 802,
          options: roles.map(({ id }) => ({ value: id, title: accessRoleName(id) })),
        },
        {
          name: 'isManager',
          type: 'check',
          wide: true,
          title: say(
            'Руководитель: видит обращения всей компании',
            'Manager: sees all requests of the company',
          ),
        },
      ],
    }),
  );
}

function drawRights({ sections, roles }) {
  const head = h(
    'tr',
    null,
    h('th', { scope: 'col' }, say('Право', 'Right')),
    roles.map((role) => h('th', { scope: 'col' }, accessRoleName(role.id))),
  );
  const rows = sections.flatMap((section) =>
    ['view', 'change'].map((action) => drawRight(section, action, roles)),
  );
  const title = say('Права ролей', 'Rights of roles');
  return buildCard(
    { title, article: 802 },
    h(
      'div',
      { class: 'table-frame', role: 'region', tabindex: 0, 'aria-label': title },
      h(
        'table',
        null,
        h('caption', { class: 'unseen' }, title),
        h('thead', null, head),
        h('tbody', null, rows),
      ),
    ),
  );
}

function drawRight(section, action, roles) {
  const name = `${sectionName(section)}: ${action === 'view' ? say('просмотр', 'view') : say('изменение', 'change')}`;
  const right = `${section}.${action}`;
  return h(
    'tr',
    null,
    h('th', { scope: 'row' }, name),
    roles.map((role) =>
      h(
        'td',
        null,
        h('input', {
          type: 'checkbox',
          'aria-label': `${accessRoleName(role.id)}, ${name}`,
          checked: role.rights.has(right),
          disabled: role.id === 'admin',
          onchange: (event) => {
            if (event.target.checked) role.rights.add(right);
            else role.rights.delete(right);
            sayToast(
              say(
                `Роль «${accessRoleName(role.id)}» изменена`,
                `The role “${accessRoleName(role.id)}” is changed`,
              ),
            );
          },
        }),
      ),
    ),
  );
}
