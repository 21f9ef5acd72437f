import type { CommentState, VoteReason } from '@beseda/shared/domain/words';

const states: Record<CommentState, string> = {
  waiting: 'Ждут проверки',
  shown: 'Опубликованы',
  hidden: 'Скрыты',
};
const none: Record<CommentState, string> = {
  waiting: 'Новых комментариев нет.',
  shown: 'Опубликованных комментариев пока нет.',
  hidden: 'Скрытых комментариев нет.',
};
const reasons: Record<VoteReason, string> = {
  unclear: 'Непонятно написано',
  incomplete: 'Не хватает сведений',
  wrong: 'Неверно или устарело',
  other_question: 'Не то, что искали',
};

/** Texts of what readers say of articles. Other languages follow this shape. */
export const commentsRu = {
  choice: 'Показать',
  states,
  notes: 'Почему статья не помогла',
  none,
  noNotes: 'Никто пока не объяснил, почему статья не помогла.',
  reasons,
  noReason: 'Без причины',
  visitor: 'посетитель без входа',
  show: 'Опубликовать',
  hide: 'Скрыть',
  answer: 'Ответить',
  answerText: 'Ответ под комментарием, от вашего имени',
  publishes: 'Комментарий будет опубликован вместе с ответом.',
  send: 'Отправить ответ',
  cancel: 'Отмена',
  decidedBy: (name: string) => `решение: ${name}`,
  files: 'Файлы',
  moved: { waiting: '', shown: 'Комментарий опубликован', hidden: 'Комментарий скрыт' },
};
export type CommentsTexts = typeof commentsRu;
