import type { ErrorCode } from '@beseda/shared/protocol/errors';

/** What went wrong, by the code of the error. */
export const errorsRu: Partial<Record<ErrorCode, string>> = {
  unavailable: 'Нет связи с сервером',
  internal: 'На сервере что-то пошло не так',
  conversation_closed: 'Обращение закрыто. Чтобы изменить его, сначала откройте его снова',
  ticket_merged: 'Это обращение объединено с другим. Сначала отмените объединение',
  merge_impossible: 'Объединить можно только обращения одного человека, и только с тем, которое не закрыто',
  split_answered: 'В новом обращении уже писали, поэтому выделение не отменить',
  not_found: 'Такого обращения нет',
  forbidden: 'Недостаточно прав',
  too_many_requests: 'Слишком много попыток. Подождите минуту и попробуйте ещё раз',
  sign_in_failed: 'Почта или пароль не подходят',
  link_spent: 'Эта ссылка уже использована или устарела',
  invalid_input: 'Проверьте, всё ли введено верно',
  file_in_use: 'Этот файл уже приложен к другому сообщению',
  file_too_large: 'Файл слишком большой',
  file_type_not_allowed: 'Файлы такого вида не принимаются',
  file_empty: 'Файл пуст',
  too_many_attachments: 'Слишком много файлов в одном сообщении',
  file_not_checked: 'Файл ещё проверяется на вирусы',
  file_infected: 'В файле найден вирус',
  company_files_full: 'Для файлов этой компании не осталось места',
  unknown_attachment: 'Файл не найден. Приложите его ещё раз',
  message_empty: 'Напишите текст или приложите файл',
  draft_conflict: 'Пока вы писали, черновик изменил кто-то другой',
  article_changed: 'Пока готовился черновик, статью опубликовал кто-то другой',
};
