import type { MailboxFault, MailboxState, MailboxStep, StepResult } from '@beseda/shared/domain/words';

const states: Record<MailboxState, string> = {
  starting: 'Подключаемся',
  connected: 'Подключён',
  retrying: 'Пробуем снова',
};
const steps: Record<MailboxStep, string> = {
  reach: 'Сервер отвечает',
  encrypt: 'Соединение защищено',
  sign_in: 'Имя и пароль приняты',
  done_folder: 'Папка для принятых писем есть',
  failed_folder: 'Папка для непринятых писем есть',
  folder: 'Папка с почтой открыта',
};
const results: Record<StepResult, string> = { ok: 'да', failed: 'нет', not_tried: 'не проверяли' };
const faults: Record<MailboxFault, string> = {
  unreachable: 'сервер не найден или не отвечает',
  tls_failed: 'не удалось защитить соединение',
  login_refused: 'сервер не принял имя или пароль',
  folder_missing: 'папку с почтой не удалось открыть',
  done_folder_missing: 'папки для принятых писем нет, и создать её не удалось',
  failed_folder_missing: 'папки для непринятых писем нет, и создать её не удалось',
  timed_out: 'сервер не ответил вовремя',
  failed: 'неизвестная ошибка',
};
const advice: Record<MailboxFault, string> = {
  unreachable:
    'Проверьте в IMAP_URL имя сервера и порт: обычно 993 для imaps:// и 143 для imap://. Если они верны, узнайте, выпускает ли сеть этого сервера такие соединения.',
  tls_failed:
    'Сертификат сервера должен быть действительным для имени из IMAP_URL. С imaps:// шифрование начинается сразу, с imap:// сервер должен уметь STARTTLS.',
  login_refused:
    'Проверьте имя и пароль в IMAP_URL: «@» записывается как %40. Часто нужен отдельный пароль для программ, а доступ по IMAP включают в настройках ящика.',
  folder_missing: 'Проверьте название папки в IMAP_URL после имени сервера: вложенные папки пишутся целиком.',
  done_folder_missing: 'Создайте папку из параметра done в самом ящике или исправьте её название в IMAP_URL.',
  failed_folder_missing:
    'Создайте папку из параметра failed в самом ящике или исправьте её название в IMAP_URL.',
  timed_out: 'Повторите проверку чуть позже. Если не поможет, проверьте порт в IMAP_URL и работу сервера.',
  failed: 'Слова почтового сервера записаны в журнале Беседы.',
};

/** Texts of mailboxes and the receiver. Other languages follow this shape. */
export const mailboxesRu = {
  title: 'Почтовые ящики и приём по SMTP',
  boxes: 'Почтовые ящики',
  folder: (folder: string) => `папка ${folder}`,
  moved: (folder: string) => `принятые — в папку ${folder}`,
  states,
  since: 'соединение установлено:',
  next: 'следующая попытка:',
  lastFault: 'Последняя ошибка:',
  lastTaken: 'Последнее письмо:',
  noneTaken: 'С запуска сервера писем из ящика не было.',
  test: 'Проверить',
  testing: 'Проверяем…',
  steps,
  results,
  stepsOf: (user: string) => `Проверка ящика ${user}`,
  fine: (mails: number) => `Всё в порядке. Писем в папке: ${mails}.`,
  faults,
  advice,
  empty: 'Ящиков нет',
  emptyHint:
    'Чтобы забирать почту из готового ящика, задайте серверу переменную IMAP_URL и запустите его снова. Несколько ящиков разделяются пробелами.',
  example: 'Пример',
  smtp: 'Приём по SMTP',
  listens: (domain: string) => `Письма для ${domain} принимаются по адресу`,
  own: 'Шифрование (STARTTLS): свой сертификат',
  until: 'действует до',
  unreadable: 'файлы сертификата сейчас не читаются',
  selfSigned:
    'Шифрование (STARTTLS): самоподписанный сертификат. Свой задают переменные SMTP_TLS_CERT и SMTP_TLS_KEY.',
  noSmtp: 'По SMTP письма не принимаются: переменная INBOUND_SMTP_PORT не задана.',
};
export type MailboxesTexts = typeof mailboxesRu;
