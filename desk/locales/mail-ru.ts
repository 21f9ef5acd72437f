import type { OutgoingKind, OutgoingState } from '@beseda/shared/domain/words';
import type { MailSection } from '../model/mail-route';

const sections: Record<MailSection, string> = {
  in: 'Входящая почта',
  out: 'Исходящая почта',
  webhook: 'Приём по HTTP',
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
  sendAgain: 'Отправить ещё раз',
  cancel: 'Отменить отправку',
};
export type MailTexts = typeof mailRu;
