import type { ImportFault, ImportSource, TransferredArticle } from '@beseda/shared/protocol/article-transfer';
import { tellReason } from './kb-import-reasons-ru';

const sources: Record<ImportSource | 'auto', string> = {
  auto: 'Определить по файлам',
  folder: 'Файлы Markdown и HTML',
  zendesk: 'Zendesk Guide',
  helpscout: 'Help Scout Docs',
  kayako: 'Kayako',
};
const faults: Record<ImportFault, string> = {
  not_zip: 'Это не zip-архив, или он повреждён.',
  broken_zip: 'Архив повреждён: распаковать его нельзя.',
  encrypted: 'Архив с паролем. Упакуйте его без пароля.',
  unsafe_path: 'В архиве есть путь, который ведёт наружу. Упакуйте папку заново.',
  link: 'В архиве есть ссылка вместо файла. Положите в него сам файл.',
  too_many_entries: 'Слишком много файлов: разделите их на части.',
  too_large: 'Файлы слишком велики: разделите их на части.',
  no_articles: 'В этих файлах нет ни одной статьи такого вида.',
  unknown_source: 'Непонятно, что это за файлы. Выберите, откуда они.',
};
const outcomes: Record<TransferredArticle['outcome'], { tried: string; done: string }> = {
  skipped: { tried: 'Не будут взяты', done: 'Не взяты' },
  conflict: {
    tried: 'Изменены и там, и здесь: останутся как здесь',
    done: 'Изменены и там, и здесь: остались',
  },
  created: { tried: 'Появятся', done: 'Появились' },
  updated: { tried: 'Изменятся', done: 'Изменились' },
  unchanged: { tried: 'Уже такие', done: 'Уже такие' },
};

/** Texts of import and export. Other languages follow this shape. */
export const kbImportRu = {
  forAdmins: 'Импорт и экспорт — для администраторов',
  importing: 'Импорт',
  hint: 'Zip-архив папки, отдельные файлы Markdown и HTML с картинками или сохранённые ответы другой системы (JSON). Импорт ничего не удаляет.',
  choose: 'Выбрать файлы…',
  drop: 'или перетащите их сюда',
  files: 'Выбранные файлы',
  remove: (name: string) => `Убрать ${name}`,
  from: 'Откуда они',
  sources,
  force: 'Брать и то, что здесь с тех пор изменили или удалили',
  tryIt: 'Проверить',
  tryHint: 'Проверка покажет, что изменится, и ничего не сохранит.',
  importNow: 'Импортировать',
  again: 'Другие файлы',
  cancel: 'Прервать',
  sending: (percent: number) => `Отправляем файлы: ${percent} %`,
  checking: 'Проверяем…',
  storing: 'Импортируем. Не закрывайте вкладку…',
  tried: 'Что изменится',
  done: 'Импортировано',
  is: (source: string) => `Вид файлов: ${source}`,
  nothing: 'Менять нечего: всё это здесь уже есть.',
  outcomes,
  count: (name: string, count: number) => `${name}: ${count}`,
  draft: 'черновик',
  languages: { ru: 'Русский', en: 'Английский' },
  filesKept: (count: number) => `Картинок и файлов: ${count}`,
  snippets: (count: number) => `Заготовок: ${count}`,
  redirects: (count: number) => `Переадресаций со старых адресов: ${count}`,
  left: (count: number) => `Не берётся: ${count}`,
  remarks: (count: number) => `С оговорками: ${count}`,
  line: (line: number) => `строка ${line}`,
  more: (count: number) => `и ещё ${count}`,
  showAll: (count: number) => `Показать все: ${count}`,
  reason: tellReason,
  faults,
  tooMuch: (most: string) => `Вместе больше ${most}: разделите их на части.`,
  tooMany: (most: number) => `Файлов больше ${most}: упакуйте их в архив.`,
  noAnswer: 'Сервер не ответил. Если импорт уже шёл, он мог закончиться: проверьте ещё раз.',
  exporting: 'Экспорт',
  exportHint:
    'Zip-архив папки Markdown с картинками, заготовками, порядком и правами. Такой архив можно импортировать.',
  language: 'Язык',
  everyLanguage: 'Все языки',
  withDrafts: 'И то, что ещё пишется',
  download: 'Скачать архив',
  packing: 'Готовим архив…',
  downloaded: (size: string) => `Архив скачан: ${size}`,
};
export type KbImportTexts = typeof kbImportRu;
