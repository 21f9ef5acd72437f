import type {
  Channel,
  PersonRole,
  Priority,
  QueueView,
  TicketStatus,
  TicketType,
} from '@beseda/shared/domain/words';
import type { ErrorCode } from '@beseda/shared/protocol/errors';
import { alertsRu } from './alerts-ru';
import { errorsRu } from './errors-ru';
import { evidenceRu, insertRu } from './insert-ru';
import { phoneRu } from './phone-ru';
import { composerRu, detailsRu, ticketRu } from './ticket-ru';
import { topicsRu } from './topics-ru';

const rules = new Intl.PluralRules('ru');
/** one: 1, 21; few: 2–4; many: the rest. */
function plural(count: number, one: string, few: string, many: string): string {
  const form = rules.select(count);
  return `${count} ${form === 'one' ? one : form === 'few' ? few : many}`;
}

const views: Record<QueueView, string> = {
  unassigned: 'Без исполнителя',
  mine: 'Мои',
  open: 'Открытые',
  pending: 'Ожидают',
  solved: 'Решённые',
  all: 'Все',
};
const statuses: Record<TicketStatus, string> = {
  open: 'Открыто',
  pending: 'Ждёт ответа клиента',
  on_hold: 'Ждёт третью сторону',
  solved: 'Решено',
  closed: 'Закрыто',
};
const types: Record<TicketType, string> = { question: 'Вопрос', problem: 'Проблема', task: 'Задача' };
const priorities: Record<Priority, string> = {
  low: 'Низкий',
  normal: 'Обычный',
  high: 'Высокий',
  urgent: 'Срочный',
};
const roles: Record<PersonRole, string> = {
  staff: 'Сотрудник',
  manager: 'Руководитель',
  distributor: 'Дистрибьютор',
};
const channels: Record<Channel, string> = {
  widget: 'виджет',
  portal: 'центр поддержки',
  email: 'почта',
  phone: 'телефон',
};

/** Texts of the desk. Other languages follow this shape. */
export const ru = {
  views,
  statuses,
  types,
  priorities,
  roles,
  channels,
  error: (code: ErrorCode) => errorsRu[code] ?? 'Не получилось',
  noType: 'Не указан',
  nobody: 'Никто',
  me: 'Я',

  app: {
    name: 'Беседа',
    loading: 'Загружаем',
    unreached: 'Сервер не отвечает',
    unreachedHint: 'Проверьте соединение. Всё, что вы написали, сохранено в этом браузере.',
    tryAgain: 'Попробовать снова',
    skip: 'К обращению',
    back: 'Назад',
    close: 'Закрыть',
    cancel: 'Отменить',
    save: 'Сохранить',
    resizeList: 'Ширина списка',
    resizeDetails: 'Ширина сведений',
  },

  signIn: {
    title: 'Вход для сотрудников поддержки',
    email: 'Почта',
    password: 'Пароль',
    enter: 'Войти',
    mailLink: 'Прислать ссылку для входа',
    byLink: 'Войти по ссылке из письма',
    byPassword: 'Войти по паролю',
    entering: 'Входим…',
    linkMailed: (email: string) =>
      `Если ${email} есть среди сотрудников, письмо со ссылкой уже в пути. Ссылка действует один раз.`,
    spent: 'Эта ссылка уже использована или устарела. Запросите новую, это займёт минуту.',
    ended: 'Сеанс завершён. Войдите снова, и вы вернётесь туда, где были. Черновики сохранены.',
    left: 'Вы вышли.',
  },

  menu: {
    open: 'Меню:',
    language: 'Язык',
    theme: 'Оформление',
    themes: { system: 'Как в системе', light: 'Светлое', dark: 'Тёмное' },
    sound: 'Звук нового обращения',
    absence: 'Отсутствую до',
    absenceHint: 'До этого времени обращения не назначаются вам сами.',
    absencePast: 'Выберите время в будущем.',
    present: 'Я на месте',
    settings: 'Настройки',
    knowledge: 'База знаний',
    mail: 'Почта',
    notices: {
      legend: 'Писать на почту',
      kinds: {
        assigned: 'Мне передали обращение',
        mentioned: 'Меня упомянули в заметке',
        deadline: 'Подходит срок',
      },
      failed: 'Не сохранилось. Попробуйте ещё раз.',
    },
    settingsForAdmins: 'Настройки — для администраторов',
    settingsForAdminsHint: 'Попросите администратора изменить то, что нужно.',
    setPassword: 'Задать пароль',
    changePassword: 'Сменить пароль',
    shortcuts: 'Сочетания клавиш',
    leave: 'Выйти',
    currentPassword: 'Нынешний пароль',
    newPassword: 'Новый пароль',
    passwordHint: 'Не короче 10 знаков',
    passwordSaved: 'Пароль сохранён.',
    wrongPassword: 'Нынешний пароль не подходит',
  },

  connection: {
    offline: 'Нет связи с сервером. Пробуем снова; написанное сохранено и уйдёт само.',
    refused: 'Сервер не принимает соединение. Обновите страницу.',
    now: 'Попробовать сейчас',
    memory: 'Браузер не даёт сохранять данные. Не закрывайте вкладку, пока сообщения не отправлены.',
  },

  queue: {
    label: 'Обращения',
    views: 'Списки',
    search: 'Поиск: номер, тема, имя',
    clearSearch: 'Очистить поиск',
    count: (count: number) => plural(count, 'обращение', 'обращения', 'обращений'),
    waiting: 'ждёт ответа',
    unread: 'не прочитано',
    priority: (name: string) => `приоритет: ${name.toLowerCase()}`,
    assignee: (name: string) => `исполнитель: ${name}`,
    unassigned: 'без исполнителя',
    failed: 'Список не загрузился',
    moreFailed: 'Дальше не загрузилось',
    loadingMore: 'Загружаем ещё',
    empty: {
      unassigned: ['Новых обращений нет', 'Когда кто-нибудь напишет, обращение появится здесь само.'],
      mine: ['У вас нет обращений в работе', 'Возьмите обращение из списка «Без исполнителя».'],
      open: ['Открытых обращений нет', 'Всё отвечено или ждёт других.'],
      pending: ['Никто ничего не ждёт', 'Здесь стоят обращения, где ответ за клиентом или третьей стороной.'],
      solved: ['Решённых обращений пока нет', 'Они появятся здесь, как только вы решите первое.'],
      all: ['Обращений пока нет', 'Когда кто-нибудь напишет, обращение появится здесь само.'],
    } satisfies Record<QueueView, [string, string]>,
    nothingFound: [
      'Ничего не нашлось',
      'Ищем по номеру, теме, имени и компании. Посмотрите и в списке «Все».',
    ],
  },

  ticket: ticketRu,

  composer: composerRu,

  insert: insertRu,

  evidence: evidenceRu,

  details: detailsRu,

  rating: {
    label: 'Оценка',
    scores: { good: 'Хорошо', bad: 'Плохо' },
  },

  notices: {
    label: 'Уведомления',
    undo: 'Отменить',
    retry: 'Повторить',
    status: (number: number, to: string) => `#${number}: ${to.toLowerCase()}`,
    type: (number: number, to: string) => `#${number}: тип — ${to.toLowerCase()}`,
    priority: (number: number, to: string) => `#${number}: приоритет — ${to.toLowerCase()}`,
    assigned: (number: number, name: string) => `#${number}: исполнитель — ${name}`,
    released: (number: number) => `#${number}: исполнитель снят`,
    failed: (number: number, why: string) => `#${number}: изменение не сохранено. ${why}.`,
    newTicket: (number: number, subject: string) => `Новое обращение #${number}: ${subject}`,
  },

  alerts: alertsRu,

  phone: phoneRu,

  topics: topicsRu,

  palette: {
    label: 'Команды',
    placeholder: 'Команда или номер обращения',
    choose: {
      assignee: 'Кому назначить',
      status: 'Новый статус',
      priority: 'Новый приоритет',
      type: 'Новый тип',
    },
    nothing: 'Такой команды нет',
    go: (name: string) => `Перейти: ${name}`,
    ticket: (number: number) => `Открыть обращение #${number}`,
    assign: (name: string) => `Назначить: ${name}`,
    status: (name: string) => `Статус: ${name}`,
    priority: (name: string) => `Приоритет: ${name}`,
    type: (name: string) => `Тип: ${name}`,
    current: 'сейчас',
  },

  deleting: {
    command: (number: number) => `Удалить обращение № ${number}…`,
    title: (number: number) => `Удалить обращение № ${number}?`,
    what: 'Переписка, заметки и файлы исчезнут у всех и навсегда. Вернуть их будет нельзя.',
    forGood: 'Удалить навсегда',
  },

  shortcuts: {
    title: 'Сочетания клавиш',
    groups: {
      list: 'Список',
      ticket: 'Обращение',
      go: 'Переходы',
      other: 'Прочее',
    },
    next: 'следующее обращение',
    previous: 'предыдущее обращение',
    open: 'открыть',
    search: 'поиск',
    reply: 'ответить',
    note: 'написать заметку',
    send: 'отправить',
    sendPending: 'отправить и ждать ответа',
    sendSolved: 'отправить и решить',
    assign: 'назначить',
    status: 'статус',
    priority: 'приоритет',
    type: 'тип',
    split: 'выделить сообщение в новое обращение',
    merge: 'объединить с другим обращением',
    undo: 'отменить последнее изменение',
    call: 'записать звонок',
    callBacks: 'кому перезвонить',
    palette: 'все команды',
    help: 'эта подсказка',
    leave: 'закрыть, выйти из поля, к списку',
  },
};

export type Texts = typeof ru;
