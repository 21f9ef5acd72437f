import type { Locale } from '@beseda/shared/domain/words';

const ru = {
  title: 'Об этом уже спросили',
  join: '{when}, спросил коллега. Присоединитесь, и ответы придут и вам',
  page: '{when}, спросил коллега на этой странице. Присоединиться',
  mine: '{when}, ваше обращение. Продолжить в нём',
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
  join: '{when}, asked by a colleague. Join in, and you get the answers too',
  page: '{when}, asked by a colleague on this page. Join in',
  mine: '{when}, your own request. Go on there',
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
