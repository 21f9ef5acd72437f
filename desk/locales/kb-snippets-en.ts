import type { KbSnippetsTexts } from './kb-snippets-ru';

export const kbSnippetsEn: KbSnippetsTexts = {
  create: 'New snippet',
  toList: 'All snippets',
  nothing: 'No snippets yet',
  hint: 'A piece of text that stands in several articles and changes in all of them at once.',
  title: 'Title',
  body: 'Text',
  language: 'Language',
  languages: { ru: 'Russian', en: 'English' },
  reference: (text) => `In an article: ${text}`,
  uses: (count) => (count === 1 ? '1 article' : `${count} articles`),
  usedBy: 'Where it stands',
  unused: 'It stands nowhere yet.',
  draft: 'draft',
  inUse: 'It cannot be deleted: it stands in articles.',
  remove: 'Delete…',
  removeTitle: (title) => `Delete the snippet “${title}”?`,
  removeWhat: 'It stands in no article. There is no way back.',
  removeNow: 'Delete',
};
