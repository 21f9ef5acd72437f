import type { Locale } from '@beseda/shared/domain/words';
import { texts as panelEn } from '../panel/texts/en';
import { texts as panelRu, type Texts } from '../panel/texts/ru';
import type { ThreadTexts } from '../panel/texts/thread';
import { threadEn } from '../panel/texts/thread-en';
import { threadRu } from '../panel/texts/thread-ru';

const ru = {
  title: 'Мои обращения',
  list: 'Список обращений',
  add: 'Новое обращение',
  search: 'Найти по словам или номеру',
  status: 'Статус',
  statuses: { all: 'Все', active: 'В работе', yours: 'Ждут вас', done: 'Решённые' },
  scope: 'Чьи обращения',
  scopes: { own: 'Мои', company: 'Вся компания' },
  none: 'Обращений пока нет. Задайте первый вопрос, ответ появится здесь.',
  nothing: 'Под это ничего не подходит.',
  reset: 'Показать все',
  more: 'Показать ещё',
  you: 'Вы',
  files: 'Файлы',
  promise: 'Ответ',
  toList: 'К списку обращений',
  choose: 'Выберите обращение в списке или начните новое.',
  about: 'Вопрос по статье:',
  aboutElse: 'Вопрос о другом',
  looking: 'Ищем обращение…',
  missing: 'Обращения № {number} нет, или оно вам не открыто.',
  solve: 'Вопрос решён',
  print: 'Печать',
  csv: 'Скачать CSV',
  mail: 'Какие письма приходят',
  csvFailed: 'Не получилось скачать. Ещё раз',
  kind: 'Тип обращения',
  anyKind: 'Любой тип',
  noKind: 'Без типа',
  person: 'Кто спрашивает',
  anybody: 'Все сотрудники',
  follow: 'Следить',
  again: 'Не получилось. Ещё раз',
  signOut: 'Выйти',
  lost: {
    one: '{n} сообщение не удалось отправить, оно удалено.',
    few: '{n} сообщения не удалось отправить, они удалены.',
    many: '{n} сообщений не удалось отправить, они удалены.',
    other: '{n} сообщения не удалось отправить, они удалены.',
  },
  enter: 'Войти снова',
  over: 'Сеанс завершён. Написанное и не отправленное сохранено в этом браузере.',
};

export type PortalTexts = typeof ru;

const en: PortalTexts = {
  title: 'My requests',
  list: 'List of requests',
  add: 'New request',
  search: 'Search by words or number',
  status: 'Status',
  statuses: { all: 'All', active: 'In progress', yours: 'Waiting for you', done: 'Solved' },
  scope: 'Whose requests',
  scopes: { own: 'Mine', company: 'Whole company' },
  none: 'No requests yet. Ask a first question, and the answer will appear here.',
  nothing: 'Nothing matches this.',
  reset: 'Show all',
  more: 'Show more',
  you: 'You',
  files: 'Files',
  promise: 'Answer',
  toList: 'Back to the list',
  choose: 'Choose a request from the list, or start a new one.',
  about: 'About the article:',
  aboutElse: 'About something else',
  looking: 'Looking for the request…',
  missing: 'There is no request #{number}, or it is not open to you.',
  solve: 'This is solved',
  print: 'Print',
  csv: 'Download CSV',
  mail: 'Which mails come',
  csvFailed: 'The download failed. Once more',
  kind: 'Type of request',
  anyKind: 'Any type',
  noKind: 'Without a type',
  person: 'Who asks',
  anybody: 'All staff',
  follow: 'Follow',
  again: 'That did not work. Once more',
  signOut: 'Sign out',
  lost: {
    one: '{n} message could not be sent and was deleted.',
    few: '{n} messages could not be sent and were deleted.',
    many: '{n} messages could not be sent and were deleted.',
    other: '{n} messages could not be sent and were deleted.',
  },
  enter: 'Sign in again',
  over: 'Your session has ended. What you wrote and did not send is kept in this browser.',
};

const TEXTS: Readonly<Record<Locale, PortalTexts>> = { ru, en };

export const portalTexts = (locale: Locale): PortalTexts => TEXTS[locale];

/** The panel's, in the words of this page: what it calls a conversation there is a request here. */
export const PANEL_TEXTS: Readonly<Record<Locale, Texts>> = {
  ru: panelRu,
  en: { ...panelEn, mine: en.title, conversation: 'Request', newConversation: en.add },
};
export const THREAD_TEXTS: Readonly<Record<Locale, ThreadTexts>> = {
  ru: threadRu,
  en: { ...threadEn, beginNew: en.add, closedHint: 'This request is closed.' },
};
