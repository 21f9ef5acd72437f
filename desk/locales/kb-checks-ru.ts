import type { CheckKind, LinkProblem } from '@beseda/shared/protocol/kb-checks';

const kinds: Record<CheckKind, string> = {
  stale: 'Пора проверить',
  review: 'Ждут проверки перед публикацией',
  behind: 'Перевод отстал от оригинала',
  untranslated: 'Нет перевода',
  links: 'Ссылки и файлы не открываются',
};
const none: Record<CheckKind, string> = {
  stale: 'Нет статей, которые пора проверить',
  review: 'Проверки ничего не ждёт',
  behind: 'Все переводы соответствуют оригиналам',
  untranslated: 'Все статьи переведены',
  links: 'Все ссылки и файлы в статьях на месте',
};
const problems: Record<LinkProblem['kind'], string> = {
  missing: 'такой статьи нет',
  unpublished: 'статья не опубликована',
  narrower: 'статью видят не все, кто читает эту',
  anchor: 'такого заголовка нет',
  file: 'файла нет',
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
  },
  checked: 'Проверено',
  done: (date: string) => `Проверить снова до ${date}`,
};
export type KbChecksTexts = typeof kbChecksRu;
