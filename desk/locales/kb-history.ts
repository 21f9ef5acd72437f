/** What the history calls the fields of the knowledge base. */
export const kbFieldsRu: Record<string, string> = {
  titleRu: 'название по-русски',
  titleEn: 'название по-английски',
  leadRu: 'пояснение по-русски',
  leadEn: 'пояснение по-английски',
  category: 'категория, номер',
  section: 'раздел',
  routes: 'страницы',
  visibility: 'кому видно',
  plans: 'тарифы',
  roles: 'роли',
  owner: 'ответственный',
  checkBy: 'проверить до',
  categoryOrder: 'порядок категорий',
  sectionOrder: 'порядок разделов',
  articleOrder: 'порядок статей',
  synonyms: 'синонимы',
  stopWords: 'стоп-слова',
  pins: 'закреплённые результаты',
  off: 'отключённые встроенные синонимы',
};

export const kbFieldsEn: Record<string, string> = {
  titleRu: 'Russian title',
  titleEn: 'English title',
  leadRu: 'Russian lead',
  leadEn: 'English lead',
  category: 'category, number',
  section: 'section',
  routes: 'pages',
  visibility: 'who reads it',
  plans: 'plans',
  roles: 'roles',
  owner: 'owner',
  checkBy: 'check again by',
  categoryOrder: 'order of categories',
  sectionOrder: 'order of sections',
  articleOrder: 'order of articles',
  synonyms: 'synonyms',
  stopWords: 'stop words',
  pins: 'pinned results',
  off: 'built-in synonyms that are off',
};

/** For whom something is, as the history says it. */
export const kbReadersRu: Record<string, string> = {
  public: 'всем',
  staff: 'вошедшим сотрудникам',
  agents: 'только поддержке',
};

export const kbReadersEn: Record<string, string> = {
  public: 'everybody',
  staff: 'signed-in staff',
  agents: 'agents only',
};
