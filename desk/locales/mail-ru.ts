import type { OutgoingKind, OutgoingState } from '@beseda/shared/domain/words';
import type { MailTemplateProblem } from '@beseda/shared/protocol/mail-templates';
import type { MailSection } from '../model/mail-route';

const sections: Record<MailSection, string> = {
  in: 'Входящая почта',
  out: 'Исходящая почта',
  webhook: 'Приём по HTTP',
  templates: 'Тексты писем',
};
const templates: Record<string, string> = {
  answer: 'Ответ',
  followed: 'Ответ в обращении коллеги',
  news: 'Новости обращения',
  confirmation: 'Обращение получено',
  continued: 'Новый вопрос в ответе',
  subject_wanted: 'Просьба о теме письма',
  solved: 'Обращение решено',
  rate: 'Просьба оценить',
  proposed: 'Задача сделана',
  promise_moved: 'Срок перенесён',
  promise_missed: 'Срок пропущен',
  notice: 'Уведомление сотруднику',
  sign_in: 'Вход сотрудника',
  portal: 'Вход в «Мои обращения»',
  not_staff: 'Вход дистрибьютора',
  not_served: 'Кому помогаем: незнакомому',
  not_served_distributor: 'Кому помогаем: дистрибьютору',
};
const problems: Record<MailTemplateProblem['code'], (what: string) => string> = {
  unknown_variable: (what) => `Такой переменной нет: {${what}}`,
  missing_variable: (what) => `Без этого письмо не имеет смысла: {${what}}`,
  own_paragraph: (what) => `{${what}} должно стоять отдельным абзацем`,
  subject: (what) =>
    what ? `В теме нужно ${what}: по нему письма складываются в одну цепочку` : 'Нужна тема',
};
const kinds: Record<OutgoingKind, string> = {
  answer: 'Ответ',
  confirmation: 'Подтверждение',
  notice: 'Уведомление сотруднику',
  sign_in: 'Ссылка для входа сотрудника',
  portal: 'Ссылка в «Мои обращения»',
  not_served: 'Кому помогает поддержка',
};
const states: Record<OutgoingState, string> = {
  waiting: 'Ждёт отправки',
  sending: 'Отправляется',
  sent: 'Отправлено',
  dropped: 'Не понадобилось: адресат уже всё видел',
  cancelled: 'Отменено',
  dead: 'Не отправлено',
};

/** Texts of the mail area. Other languages follow this shape. */
export const mailRu = {
  toTickets: 'К обращениям',
  sections,
  show: 'Показать',
  views: { dead: 'не дошедшие', waiting: 'ждут отправки', sent: 'отправленные', dropped: 'не понадобились' },
  none: {
    dead: 'Все письма дошли',
    waiting: 'Ничего не ждёт отправки',
    sent: 'Отправленных писем нет',
    dropped: 'Таких писем нет',
  },
  kinds,
  states,
  to: (address: string) => `для ${address}`,
  bounced: 'Письмо вернулось: почтовый сервер получателя его не доставил.',
  tried: (count: number) => `попыток: ${count}`,
  codes: 'ответ сервера',
  reasons: {
    marked: 'письма на этот адрес не доходят, и туда больше не пишем',
    mailbox: 'это не почтовый адрес',
    noSuchAddress: 'такого адреса нет',
    full: 'ящик получателя переполнен',
    silent: 'почтовый сервер не отвечал',
    login: 'почтовый сервер не принял имя или пароль',
    tls: 'не удалось установить защищённое соединение',
    away: 'почтовый сервер недоступен',
    later: 'почтовый сервер просит повторить позже',
    refused: 'почтовый сервер не принял письмо',
    broke: 'связь с почтовым сервером прервалась',
  },
  templates,
  problems,
  language: 'Язык писем',
  languages: { ru: 'русский', en: 'английский' },
  part: 'часть других писем',
  changed: 'изменено',
  allTemplates: 'Все тексты',
  subject: 'Тема',
  body: 'Текст',
  variables: 'Что можно подставить',
  variablesHint:
    'Абзацы разделяет пустая строка. Абзац, в который нечего подставить, пропускается. [Открыть]({link}) отдельным абзацем — кнопка. После строки --- идёт мелкий текст.',
  needed: 'обязательно',
  ownParagraph: 'отдельным абзацем',
  reset: 'Вернуть исходный текст',
  saved: 'Сохранено: так уйдут следующие письма',
  preview: 'Как выглядит письмо',
  previews: { light: 'светлое', dark: 'тёмное', text: 'без оформления' },
  narrow: 'как на телефоне',
  sendAgain: 'Отправить ещё раз',
  cancel: 'Отменить отправку',
};
export type MailTexts = typeof mailRu;
