/** What a mail is made of. Parts have no subject: they stand within others. */
export const TEMPLATE_KEYS = [
  'answer',
  'followed',
  'news',
  'confirmation',
  'continued',
  'subject_wanted',
  'solved',
  'rate',
  'proposed',
  'promise_moved',
  'promise_missed',
  'notice',
  'sign_in',
  'portal',
  'not_staff',
  'not_served',
  'not_served_distributor',
] as const;
export type TemplateKey = (typeof TEMPLATE_KEYS)[number];

export interface TemplateRule {
  /** Null: a part, without a subject. `number`: the subject names the ticket. */
  subject: 'number' | 'plain' | null;
  /** Those with a `!` must be used. Blocks take a paragraph of their own. */
  variables: readonly string[];
  blocks: readonly string[];
}

const ticket = ['name', 'number', 'subject'];

/** Which variables each text may use. */
export const TEMPLATE_RULES: Readonly<Record<TemplateKey, TemplateRule>> = {
  answer: {
    subject: 'number',
    variables: [...ticket, 'link!', 'reply', 'choice'],
    blocks: ['answers!', 'news', 'question'],
  },
  followed: {
    subject: 'number',
    variables: [...ticket, 'link!', 'reply', 'choice'],
    blocks: ['answers!', 'news'],
  },
  news: { subject: 'number', variables: [...ticket, 'link!', 'reply', 'choice'], blocks: ['news!'] },
  confirmation: {
    subject: 'number',
    variables: [...ticket, 'promise', 'link!', 'reply', 'choice'],
    blocks: ['notes'],
  },
  continued: { subject: null, variables: ['number', 'subject', 'previous!'], blocks: [] },
  subject_wanted: { subject: null, variables: ['number', 'subject'], blocks: [] },
  solved: { subject: null, variables: ['number', 'subject'], blocks: [] },
  rate: { subject: null, variables: ['number', 'subject', 'good!', 'bad!'], blocks: [] },
  proposed: { subject: null, variables: ['number', 'subject', 'date!'], blocks: [] },
  promise_moved: { subject: null, variables: ['number', 'subject', 'promise!'], blocks: [] },
  promise_missed: { subject: null, variables: ['number', 'subject', 'promise!'], blocks: [] },
  notice: {
    subject: 'number',
    variables: [...ticket, 'company', 'link!', 'reply'],
    blocks: ['notices!', 'message'],
  },
  sign_in: { subject: 'plain', variables: ['name', 'link!', 'minutes'], blocks: [] },
  portal: { subject: 'plain', variables: ['name', 'minutes'], blocks: ['entrances!'] },
  not_served: { subject: 'plain', variables: ['vendor', 'articles'], blocks: [] },
  not_served_distributor: {
    subject: 'plain',
    variables: ['vendor', 'company', 'support_link', 'articles'],
    blocks: [],
  },
  not_staff: { subject: 'plain', variables: ['name', 'company', 'support_link'], blocks: [] },
};

export interface TemplateText {
  /** Empty where the rule has none. */
  subject: string;
  body: string;
}

export type TemplateProblem = {
  code: 'unknown_variable' | 'missing_variable' | 'own_paragraph' | 'subject';
  what: string;
};

const USED = /\{([a-z_]+)\}/g;

/** What is wrong with a text; empty: it can be used. */
export function checkTemplate(key: TemplateKey, { subject, body }: TemplateText): TemplateProblem[] {
  const rule = TEMPLATE_RULES[key];
  const variables = rule.variables.map(bare);
  const blocks = rule.blocks.map(bare);
  const used = [...body.matchAll(USED)].map(([, name = '']) => name);
  const missing = [...rule.variables, ...rule.blocks]
    .filter((name) => name.endsWith('!') && !used.includes(bare(name)))
    .map((name): TemplateProblem => ({ code: 'missing_variable', what: bare(name) }));
  const unknown = used
    .filter((name) => !variables.includes(name) && !blocks.includes(name))
    .map((name): TemplateProblem => ({ code: 'unknown_variable', what: name }));
  const crowded = blocks
    .filter((name) => used.includes(name) && !paragraphsOf(body).includes(`{${name}}`))
    .map((name): TemplateProblem => ({ code: 'own_paragraph', what: name }));
  return [...missing, ...unknown, ...crowded, ...checkSubject(rule, variables, subject)];
}

function checkSubject(rule: TemplateRule, variables: readonly string[], subject: string): TemplateProblem[] {
  if (rule.subject === null) return [];
  const unknown = [...subject.matchAll(USED)].filter(([, name = '']) => !variables.includes(name));
  const problems = unknown.map(
    ([, name = '']): TemplateProblem => ({ code: 'unknown_variable', what: name }),
  );
  const lacks = rule.subject === 'number' ? !subject.includes('[#{number}]') : subject.trim() === '';
  return lacks
    ? [...problems, { code: 'subject', what: rule.subject === 'number' ? '[#{number}]' : '' }]
    : problems;
}

export function paragraphsOf(body: string): string[] {
  return body
    .replaceAll('\r\n', '\n')
    .split(/\n[ \t]*\n+/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '');
}

const bare = (name: string) => name.replace('!', '');
