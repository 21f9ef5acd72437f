/** Texts of choosing a page of the host application. */
export const kbPickRu = {
  pick: 'Выбрать на странице…',
  where: 'Где открыть',
  address: 'Адрес',
  open: 'Открыть',
  waiting: 'Перейдите в открывшемся окне на нужную страницу и нажмите «Выбрать» внизу.',
  blocked: 'Браузер не дал открыть окно. Разрешите всплывающие окна для этого сайта.',
  foreign: (origin: string) => `Адрес должен начинаться с ${origin}`,
  none: 'Нет сайта, на котором стоит виджет.',
  failed: 'Не получилось загрузить.',
  picked: (route: string) => `Добавлено: ${route}`,
};
