/** Texts of articles that go into an answer. */
export const insertRu = {
  button: 'Вставить статью',
  hint: 'Вставить статью ( / в начале строки)',
  label: 'Статья для ответа',
  search: 'Что найти',
  keys: 'Enter вставляет ссылку, Esc закрывает',
  insertPassage: 'Вставить текст',
  open: 'Открыть',
  unreadable: 'недоступна клиенту',
  warning: 'Клиент не сможет открыть эту статью: она не для него.',
  anyway: 'Всё равно вставить',
  nothing: 'Ничего не нашлось.',
  failed: 'Не получилось загрузить.',
  suggested: 'Статьи для ответа',
  noneSuggested: 'По тексту обращения статей не нашлось.',
  inserted: (title: string) => `Вставлено: ${title}`,
  fates: { shown: 'уже показана', opened: 'клиент её открывал', refused: 'не помогла' },
};

/** How often was searched, how many articles were shown, opened and refused, in one line. */
export const evidenceRu = (searched: number, shown: number, opened: number, refused: number) =>
  [
    ...(searched > 0 ? [`поисков ${searched}`] : []),
    ...(shown > 0 ? [`показано ${shown}`] : []),
    ...(opened > 0 ? [`открыто ${opened}`] : []),
    ...(refused > 0 ? [`не помогло ${refused}`] : []),
  ].join(' · ');
