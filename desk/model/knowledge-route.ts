/** The sections of the knowledge base's area, in the order of its navigation. */
export const KNOWLEDGE_SECTIONS = [
  'articles',
  'checks',
  'comments',
  'snippets',
  'reports',
  'search-rules',
  'explain',
  'import',
] as const;
export type KnowledgeSection = (typeof KNOWLEDGE_SECTIONS)[number];

/** Where in the knowledge base one is. `rest`: the path behind the section; `query`: the address's, without «?». */
export interface KnowledgePlace {
  section: KnowledgeSection;
  rest: readonly string[];
  query: string;
}

/** The first page of a section. */
export function knowledgeHome(section: KnowledgeSection = KNOWLEDGE_SECTIONS[0]): KnowledgePlace {
  return { section, rest: [], query: '' };
}

/** Reads `/desk/knowledge/{section}/…?…`; an unknown section is the first one. */
export function parseKnowledge(path: string, search: string): KnowledgePlace {
  const [section = '', ...rest] = path.split('/').slice(3).map(decode);
  const known = KNOWLEDGE_SECTIONS.find((name) => name === section);
  if (!known) return knowledgeHome();
  return { section: known, rest: rest.filter((part) => part !== ''), query: search.replace(/^\?/, '') };
}

export function formatKnowledge({ section, rest, query }: KnowledgePlace): string {
  const path = ['/desk/knowledge', section, ...rest.map(encodeURIComponent)].join('/');
  return query === '' ? path : `${path}?${query}`;
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
