import type { Locale } from '@beseda/shared/domain/words';

const ru = {
  lead: 'Статус, переписка и срок ответа по каждому обращению в поддержку.',
  fromSystem:
    'Если в вашей системе есть ссылка «Мои обращения», откройте страницу по ней: входить не придётся.',
  email: 'Рабочая почта',
  invalid: 'Проверьте адрес: в нём должны быть имя, знак @ и домен.',
  send: 'Получить ссылку для входа',
  sendHint: 'Ссылка придёт на почту. Она действует 30 минут и только один раз.',
  served:
    'Мы помогаем сотрудникам компаний, которые работают в системе. Дистрибьюторам и партнёрам помогает их компания.',
  asked: 'Проверьте почту',
  askedLead:
    'Если этот адрес принадлежит сотруднику компании, которой мы помогаем, в течение нескольких минут придёт письмо со ссылкой для входа.',
  askedHint: 'Ссылка действует 30 минут и только один раз.',
  askedNothing:
    'Письма нет? Посмотрите в папке «Спам» и проверьте, тот ли это адрес, который указан у вас в системе.',
  again: 'Указать адрес ещё раз',
  confirm: 'Это вы?',
  confirmLead: 'Вы входите как {name}, компания «{company}».',
  confirmAdvice: 'Если это не вы, закройте страницу: кто-то открыл её за вас.',
  goOn: 'Да, войти',
  loading: 'Загружаем обращения…',
  noScript: 'Чтобы читать обращения и отвечать на них, включите JavaScript. Статьи открываются и без него.',
  home: 'Перейти к базе знаний',
  notStaff: 'Обратитесь в свою компанию',
  notStaffLead:
    'Мы помогаем сотрудникам компаний, которые работают в системе. Дистрибьюторам и партнёрам помогает их компания.',
  notStaffNamed: 'Ваша компания: «{company}».',
  companySupport: 'Поддержка вашей компании',
  suspended: 'Поддержка вашей компании приостановлена',
  suspendedLead: 'Чтобы её возобновить, обратитесь к тому, кто в вашей компании отвечает за систему.',
  blocked: 'Доступ закрыт',
  blockedLead: 'Ваш доступ к обращениям закрыт. О причине можно узнать у руководителя в вашей компании.',
  spent:
    'Эта ссылка уже использована или устарела. Запросите новую или вернитесь в свою систему и откройте обращения оттуда ещё раз.',
  ended: 'Вы вышли, или прошло больше 12 часов. Войдите ещё раз.',
  tooMany: 'Слишком много попыток. Повторите через минуту.',
  otherSite: 'Вас привёл сайт, которому вход не разрешён. Откройте обращения из своей системы.',
  appOff: 'Система, из которой вы пришли, отключена. Войдите по почте.',
  failed: 'Войти из вашей системы не получилось (код {code}). Попробуйте ещё раз или войдите по почте.',
};

const en: typeof ru = {
  lead: 'Status, conversation and time of answer of each of your requests to support.',
  fromSystem:
    'If your system has a link “My requests”, open this page by it: there is no need to sign in then.',
  email: 'Work email',
  invalid: 'Check the address: it needs a name, the sign @ and a domain.',
  send: 'Get a sign-in link',
  sendHint: 'The link comes by email. It works for 30 minutes, and once.',
  served:
    'We support the staff of companies that work in the system. Distributors and partners are helped by their company.',
  asked: 'Check your mail',
  askedLead:
    'If this address belongs to the staff of a company that we support, a mail with a sign-in link comes within a few minutes.',
  askedHint: 'The link works for 30 minutes, and once.',
  askedNothing: 'No mail? Look in the spam folder, and check that your system knows you by this address.',
  again: 'Enter the address again',
  confirm: 'Is this you?',
  confirmLead: 'You are signing in as {name}, company: {company}.',
  confirmAdvice: 'If it is not you, close this page: somebody has opened it for you.',
  goOn: 'Yes, sign in',
  loading: 'Loading your requests…',
  noScript: 'To read and answer requests, switch JavaScript on. Articles open without it.',
  home: 'Go to the knowledge base',
  notStaff: 'Turn to your company',
  notStaffLead:
    'We support the staff of companies that work in the system. Distributors and partners are helped by their company.',
  notStaffNamed: 'Your company: {company}.',
  companySupport: 'Your company’s support',
  suspended: 'Support for your company is suspended',
  suspendedLead: 'To resume it, turn to whoever is in charge of the system in your company.',
  blocked: 'No access',
  blockedLead: 'Your access to requests is closed. A manager of your company can tell you why.',
  spent:
    'This link has been used or has expired. Ask for a new one, or open your requests from your system again.',
  ended: 'You have signed out, or more than 12 hours have passed. Sign in again.',
  tooMany: 'Too many attempts. Try again in a minute.',
  otherSite: 'The site that brought you may not sign anybody in. Open your requests from your system.',
  appOff: 'The application that you came from is switched off. Sign in by email.',
  failed: 'Signing in from your system did not work (code {code}). Try again, or sign in by email.',
};

export type RequestsTexts = typeof ru;
export const REQUESTS_TEXTS: Readonly<Record<Locale, RequestsTexts>> = { ru, en };
