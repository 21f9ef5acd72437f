import type { CommentState, Locale, VoteReason } from '@beseda/shared/domain/words';

/** What readers say of articles: why one did not help, and comments. */
interface SaidTexts {
  why: string;
  reasons: Record<VoteReason, string>;
  inWords: string;
  sendWhy: string;
  told: string;
  comments: string;
  none: string;
  comment: string;
  files: string;
  send: string;
  signIn: string;
  waits: string;
  sent: Record<CommentState, string>;
  support: string;
  refused: Record<string, string>;
  failed: string;
}

export const SAID_TEXTS: Readonly<Record<Locale, SaidTexts>> = {
  ru: {
    why: 'Что не так?',
    reasons: {
      unclear: 'Непонятно написано',
      incomplete: 'Не хватает сведений',
      wrong: 'Неверно или устарело',
      other_question: 'Это не то, что я искал',
    },
    inWords: 'Чего не хватило? Можно не отвечать',
    sendWhy: 'Отправить отзыв',
    told: 'Спасибо, авторы статьи увидят ваш отзыв. Если вопрос остался, напишите нам.',
    comments: 'Комментарии',
    none: 'Комментариев пока нет.',
    comment: 'Ваш комментарий',
    files: 'Файлы, не больше пяти',
    send: 'Отправить комментарий',
    signIn: 'Комментировать могут сотрудники компаний-клиентов. Войдите',
    waits: 'Ждёт проверки, виден только вам',
    sent: {
      waiting: 'Спасибо. Комментарий появится для всех, когда его прочитает сотрудник поддержки.',
      shown: 'Спасибо. Комментарий опубликован.',
      hidden: 'Этот комментарий скрыт сотрудником поддержки.',
    },
    support: 'Поддержка',
    refused: {
      invalid_input: 'Напишите комментарий, не длиннее 3000 знаков, и приложите не больше пяти файлов.',
      too_many_requests: 'Слишком много комментариев. Попробуйте позже.',
      session_required: 'Вход закончился. Войдите снова, текст сохранён в поле.',
      file_too_large: 'Файл слишком большой. Приложите файлы снова без него.',
      file_type_not_allowed: 'Файлы этого типа не принимаются. Приложите файлы снова без него.',
      file_empty: 'Файл пуст. Приложите файлы снова без него.',
      company_files_full: 'Место для файлов вашей компании закончилось. Отправьте комментарий без них.',
    },
    failed: 'Комментарий не принят. Попробуйте ещё раз.',
  },
  en: {
    why: 'What was wrong?',
    reasons: {
      unclear: 'Hard to understand',
      incomplete: 'Something is missing',
      wrong: 'Wrong or out of date',
      other_question: 'Not what I was looking for',
    },
    inWords: 'What did you miss? You need not answer',
    sendWhy: 'Send feedback',
    told: 'Thank you, the authors will see it. If your question remains, write to us.',
    comments: 'Comments',
    none: 'No comments yet.',
    comment: 'Your comment',
    files: 'Files, at most five',
    send: 'Send comment',
    signIn: 'Staff of customer companies may comment. Sign in',
    waits: 'Waiting to be read by support; only you see it',
    sent: {
      waiting: 'Thank you. Everybody will see the comment when a support agent has read it.',
      shown: 'Thank you. The comment is published.',
      hidden: 'A support agent has hidden this comment.',
    },
    support: 'Support',
    refused: {
      invalid_input: 'Write a comment of at most 3000 characters, with at most five files.',
      too_many_requests: 'Too many comments. Please try again later.',
      session_required: 'Your session has ended. Sign in again; the text is kept in the field.',
      file_too_large: 'A file is too large. Attach the files again without it.',
      file_type_not_allowed: 'Files of this type are not taken. Attach the files again without it.',
      file_empty: 'A file is empty. Attach the files again without it.',
      company_files_full: 'There is no room left for files of your company. Send the comment without them.',
    },
    failed: 'The comment was not taken. Please try again.',
  },
};
