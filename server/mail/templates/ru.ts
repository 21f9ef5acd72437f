import type { MailTexts } from './mail-texts';

export const RU: MailTexts = {
  greeting: (name) => `Здравствуйте, ${name}.`,
  answered: (count, number, subject) =>
    `${count === 1 ? 'Вам ответили' : 'Есть новые ответы'} в обращении № ${number} «${subject}»:`,
  followed: (count, number, subject) =>
    `${count === 1 ? 'Новый ответ' : 'Новые ответы'} в обращении № ${number} «${subject}», за которым вы следите:`,
  confirmed: (number, subject) => `Мы получили ваше обращение № ${number} «${subject}».`,
  files: 'Файлы в беседе:',
  howToReply:
    'Чтобы ответить, откройте окно поддержки в вашей системе: беседа продолжится с этого места. Ответы на это письмо никто не прочтёт.',
  signInSubject: 'Вход в рабочее место поддержки',
  signInIntro: 'По этой ссылке вы войдёте в рабочее место поддержки:',
  portalSubject: 'Вход в «Мои обращения»',
  portalIntro: (company) => `По этой ссылке вы увидите обращения в поддержку (компания «${company}»):`,
  notStaff: (company) =>
    `Вы хотели открыть обращения в поддержку. Мы помогаем сотрудникам компаний, которые работают в системе. Дистрибьюторам помогает их компания: «${company}».`,
  signInButton: 'Войти',
  signInNote: (minutes) => `Ссылка действует ${minutes} мин. и только один раз.`,
  notAsked: 'Если вы не запрашивали вход, ничего делать не нужно.',
  zone: 'МСК',
};
