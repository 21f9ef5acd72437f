/** Texts about one topic, one ticket: splitting, merging, links, acceptance. */
export const topicsRu = {
  actions: 'Действия с обращением',
  more: 'Действия',

  split: 'Выделить в новое обращение',
  /** A ticket as the beginning of an article. */
  articleCommand: 'Сделать статьёй…',
  articleTitle: (number: number) => `Статья из обращения № ${number}`,
  articleHint:
    'Вопрос и отмеченные ответы станут черновиком. Имена, почта, телефоны и название компании заменяются пометками: проверьте их перед публикацией.',
  articleAnswers: 'Ответы',
  articleNone: 'Ответов ещё нет: в черновике будет только вопрос.',
  articleMake: 'Сделать черновик',
  splitCommand: 'Выделить сообщение в новое обращение…',
  splitTitle: (number: number) => `Новое обращение из #${number}`,
  message: 'Какое сообщение',
  messageText: 'Что будет скопировано',
  subject: 'Тема нового обращения',
  subjectHint: 'Её увидит и клиент.',
  splitWhat: (number: number) => [
    `Сообщение с файлами будет скопировано и останется в #${number}.`,
    'Обращения получат ссылки друг на друга; новое клиент увидит в своём списке.',
    'Если ответа ещё ждут, срок пойдёт с того времени, когда сообщение написано.',
  ],
  followersToo: (names: string) => `Кто следит, увидит и его: ${names}.`,
  splitDo: 'Выделить',
  nothingToSplit: 'Здесь нет сообщений клиента, которые можно выделить.',

  mergeCommand: 'Объединить с…',
  mergeTitle: (number: number) => `Объединить #${number}`,
  mergeSearch: 'С каким: номер или слово из темы',
  mergeHint: (name: string) =>
    `Предлагаются обращения того же человека: ${name}. С чужими объединить нельзя, иначе один прочёл бы написанное другим.`,
  candidates: 'Обращения этого человека',
  searching: 'Ищем…',
  unreached: 'Сервер не отвечает. Попробуйте ещё раз.',
  noTwins: 'Других обращений у этого человека нет.',
  noTwinsFound: 'У этого человека такого обращения нет.',
  mergeWhat: (from: number, into: number) => [
    `Сообщения и заметки #${from} будут скопированы в #${into}; в #${from} они тоже останутся.`,
    `#${from} закроется и поведёт в #${into}: то, что клиент напишет в нём, придёт в #${into}.`,
    `Кто следит за #${from}, увидит и #${into}. Номера сохранятся у обоих; объединение можно отменить.`,
  ],
  keeps: (into: number) => `Переписка продолжится в #${into}`,
  swap: 'Поменять местами',
  mergeDo: (into: number) => `Объединить в #${into}`,
  chooseFirst: 'Выберите обращение',
  closedInto: (into: number) =>
    `#${into} закрыто. Поменяйте обращения местами или сначала откройте его снова.`,
  closedBoth: 'Оба обращения закрыты. Сначала откройте одно из них снова.',

  unmerge: 'Отменить объединение',
  unsplit: 'Отменить выделение',
  locked: 'Обращение объединено',
  lockedHint: (into: number) => `Переписка продолжается в #${into}. Отсюда писать нельзя.`,
  draftKept: 'Ваш черновик сохранён: он вернётся, если отменить объединение.',
  open: (number: number) => `Открыть #${number}`,

  links: 'Связанные обращения',
  linkKinds: {
    continued: { on: 'Продолжено в', back: 'Продолжает' },
    split: { on: 'Выделено в', back: 'Выделено из' },
    merged: { on: 'Объединено с', back: 'Включает' },
  },
  copyOf: (number: number) => `скопировано из #${number}`,

  acceptance: 'Приёмка',
  acceptBy: (moment: string) => `Ждём подтверждения ${moment}; без ответа примем сами.`,
  steps: {
    proposed: (moment: string) => `работа сделана, ждём подтверждения${moment && ` до ${moment}`}`,
    accepted: 'работа принята',
    lapsed: 'работа принята сама: ответа не было',
    returned: 'работа возвращена с комментарием',
    withdrawn: 'подтверждения больше не ждём',
  },
  linked: {
    continued: {
      on: (number: number) => `новое сообщение открыло обращение #${number}: это решено давно`,
      back: (number: number) => `продолжение обращения #${number}`,
    },
    split: {
      on: (number: number) => `сообщение выделено в новое обращение #${number}`,
      back: (number: number) => `выделено из обращения #${number}`,
    },
    merged: {
      on: (number: number) => `объединено с обращением #${number}, переписка продолжается там`,
      back: (number: number) => `сюда скопирована переписка обращения #${number}`,
    },
  },
  untied: {
    continued: (number: number) => `связь с обращением #${number} снята`,
    split: (number: number) => `выделение отменено: #${number}`,
    merged: (number: number) => `объединение отменено: #${number}`,
  },

  notices: {
    split: (number: number, made: number) => `#${number}: сообщение выделено в #${made}`,
    unsplit: (made: number) => `Выделение отменено, #${made} закрыто`,
    merged: (number: number, into: number) => `#${number} объединено с #${into}`,
    proposed: (number: number) => `#${number}: ждём, когда клиент примет работу`,
    unmerged: (number: number) => `#${number}: объединение отменено`,
  },
};
