import type { Locale } from '@beseda/shared/domain/words';

const ru = {
  title: 'Об этом уже спросили',
  join: 'Спросил коллега ({when}). Присоединитесь, и ответы придут и вам',
  page: 'Спросил коллега на этой странице ({when}). Присоединиться',
  mine: 'Ваше обращение ({when}). Продолжить в нём',
  asked: 'Коллега уже спросил: № {number} «{subject}». Присоединиться к обращению?',
  askedMine: 'У вас уже есть обращение № {number} «{subject}». Продолжить в нём?',
  kept: 'Написанное сохранится: его можно отправить туда.',
  joinIt: 'Присоединиться',
  goOn: 'Продолжить там',
  sendAnyway: 'Всё равно отправить',
  failed: 'Присоединиться не получилось: обращение закрыто или больше не видно.',
  joined: 'Вы следите за обращением № {number}. Написанное ждёт отправки в поле ответа.',
};
type SimilarTexts = typeof ru;
const en: SimilarTexts = {
  title: 'This has been asked already',
  join: 'Asked by a colleague ({when}). Join in, and you get the answers too',
  page: 'Asked by a colleague on this page ({when}). Join in',
  mine: 'Your own request ({when}). Go on there',
  asked: 'A colleague has asked already: #{number} “{subject}”. Join that request?',
  askedMine: 'You have a request already: #{number} “{subject}”. Go on there?',
  kept: 'What you wrote is kept: you can send it there.',
  joinIt: 'Join in',
  goOn: 'Go on there',
  sendAnyway: 'Send anyway',
  failed: 'You could not join: the request is closed, or not shown any more.',
  joined: 'You follow request #{number}. What you wrote waits in the field for your reply.',
};

export const similarTexts = (locale: Locale): SimilarTexts => (locale === 'ru' ? ru : en);
