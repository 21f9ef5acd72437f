import type { CheckKind, LinkProblem } from '@beseda/shared/protocol/kb-checks';

const kinds: Record<CheckKind, string> = {
  stale: 'Пора проверить',
  review: 'Ждут проверки перед публикацией',
  behind: 'Перевод отстал от оригинала',
  untranslated: 'Нет перевода',
  links: 'Ссылки и файлы не открываются',
  pictures: 'Картинки без описания или с других сайтов',
};
const none: Record<CheckKind, string> = {
  stale: 'Нет статей, которые пора проверить',
  review: 'Проверки ничего не ждёт',
  behind: 'Все переводы соответствуют оригиналам',
  untranslated: 'Все статьи переведены',
  links: 'Все ссылки и файлы в статьях на месте',
  pictures: 'Все картинки описаны и лежат у нас',
};
const problems: Record<LinkProblem['kind'], string> = {
  missing: 'такой статьи нет',
  unpublished: 'статья не опубликована',
  narrower: 'статью видят не все, кто читает эту',
  anchor: 'такого заголовка нет',
  file: 'файла нет',
  gone: 'страницы там больше нет',
  failing: 'сайт не отвечает как надо',
  closed: 'этот адрес виден не из всего интернета',
  remote: 'картинка с другого сайта: он узнаёт о читателях и может её убрать',
  undescribed: 'нет описания для тех, кто картинку не видит',
};

/** Texts of the articles to look at. Other languages follow this shape. */
export const kbChecksRu = {
  choice: 'Что проверить',
  kind: (name: string, count: number) => `${name}: ${count}`,
  kinds,
  none,
  problems,
  owner: 'Ответственный',
  allOwners: 'все',
  nobody: 'Никто не отвечает',
  about: {
    stale: (row: { checkBy: string | null; since: string }) =>
      row.checkBy ? `Проверить нужно было до ${row.since}` : `Не менялась с ${row.since}`,
    review: ({ since }: { since: string }) => `Ждёт с ${since}`,
    behind: ({ since }: { since: string }) => `Оригинал изменился ${since}`,
    untranslated: (_row: object, locale: 'ru' | 'en'): string =>
      locale === 'ru' ? 'Нет на русском' : 'Нет на английском',
    links: ({ since }: { since: string }) => `Опубликована ${since}`,
    pictures: ({ since }: { since: string }) => `Опубликована ${since}`,
  },
  heard: (status: number | null, when: string) =>
    status === null ? `проверено ${when}, ответа нет` : `проверено ${when}, ответ ${status}`,
  outside: {
    label: 'Ссылки на другие сайты',
    off: 'Ссылки на другие сайты не проверяются.',
    askAdmin: 'Включить проверку может администратор.',
    on: (addresses: number) => `Адресов других сайтов в статьях: ${addresses}.`,
    last: (when: string) => `Последняя проверка: ${when}.`,
    waiting: (count: number) => `Проверяется, осталось ${count}.`,
    turnOn: 'Проверять',
    turnOff: 'Не проверять',
    now: 'Проверить сейчас',
  },
  checked: 'Проверено',
  done: (date: string) => `Проверить снова до ${date}`,
};
export type KbChecksTexts = typeof kbChecksRu;
