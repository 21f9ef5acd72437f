import type { Locale } from '@beseda/shared/domain/words';

const ru = {
  title: 'Позвонить в поддержку',
  open: 'Сейчас отвечают',
  closed: 'Сейчас не отвечают',
  opens: 'Сейчас не отвечают, откроются {at}',
  code: 'Назовите код специалисту:',
  codeHint: 'По нему видно, кто звонит и с какой страницы. Действует до {at}, один раз.',
  expired: 'Код больше не действует.',
  fresh: 'Новый код',
  failed: 'Код сейчас не получить: нет связи с сервером. Позвонить можно и без кода.',
  loading: 'Загружаем…',
};
const en: typeof ru = {
  title: 'Call support',
  open: 'Somebody answers now',
  closed: 'Nobody answers now',
  opens: 'Nobody answers now, open {at}',
  code: 'Read this code to the agent:',
  codeHint: 'It tells who calls and from which page. Good until {at}, once.',
  expired: 'This code is no longer good.',
  fresh: 'New code',
  failed: 'There is no code to be had: the server is out of reach. You can call without one.',
  loading: 'Loading…',
};

export const phoneTexts = (locale: Locale): typeof ru => ({ ru, en })[locale];
